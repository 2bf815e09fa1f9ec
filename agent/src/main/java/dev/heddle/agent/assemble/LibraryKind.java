package dev.heddle.agent.assemble;

import java.util.function.UnaryOperator;

/** The libraries that Heddle knows. */
enum LibraryKind {
    TEMPORAL("temporal/", "dev.heddle.agent.assemble.temporal.TemporalLibrary", UnaryOperator.identity()),
    GRPC("grpc/", "dev.heddle.agent.assemble.grpc.GrpcLibrary", UnaryOperator.identity()),
    /** The same classes, linked to the copy that {@code temporal-shaded} brings along. */
    GRPC_IN_TEMPORAL(
            "grpc/",
            "dev.heddle.agent.assemble.grpc.GrpcLibrary",
            new Relocation("io/grpc/", "io/temporal/shaded/io/grpc/"));

    private final String folder;
    private final String className;
    private final UnaryOperator<byte[]> relocation;

    LibraryKind(String folder, String className, UnaryOperator<byte[]> relocation) {
        this.folder = folder;
        this.className = className;
        this.relocation = relocation;
    }

    /** The folder of the agent's JAR with the classes that are linked to the library. */
    String folder() {
        return folder;
    }

    /** The {@link Library} in that folder. */
    String className() {
        return className;
    }

    /** What links the folder's class files to the library where it lies. */
    UnaryOperator<byte[]> relocation() {
        return relocation;
    }

    /** The library that a woven class belongs to. */
    static LibraryKind of(Class<?> woven) {
        if (woven.getName().startsWith("io.grpc.")) {
            return GRPC;
        }
        return woven.getName().startsWith("io.temporal.shaded.") ? GRPC_IN_TEMPORAL : TEMPORAL;
    }
}
