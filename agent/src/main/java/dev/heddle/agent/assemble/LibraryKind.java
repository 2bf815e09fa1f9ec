package dev.heddle.agent.assemble;

/** The libraries that Heddle knows. */
enum LibraryKind {
    TEMPORAL("temporal/", "dev.heddle.agent.assemble.temporal.TemporalLibrary");

    private final String folder;
    private final String className;

    LibraryKind(String folder, String className) {
        this.folder = folder;
        this.className = className;
    }

    /** The folder of the agent's JAR with the classes that are linked to the library. */
    String folder() {
        return folder;
    }

    /** The {@link Library} in that folder. */
    String className() {
        return className;
    }

    /** The library that a woven class belongs to. */
    static LibraryKind of(Class<?> woven) {
        return TEMPORAL;
    }
}
