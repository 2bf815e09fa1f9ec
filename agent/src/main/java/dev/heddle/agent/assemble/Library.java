package dev.heddle.agent.assemble;

/**
 * What Heddle knows of one library, linked to the application's own copy of it: one instance per application loader. It
 * is the table from the name of a woven point to its handler.
 */
public interface Library {
    /**
     * Extends what the library is about to use. If this fails, the library gets what it had.
     *
     * @param point the name of the point that was woven
     * @param owner the object that the point is about
     * @param value what the library has there
     * @return what it is to use instead, or a {@code Throwable} that the application is to get
     */
    Object extend(String point, Object owner, Object value);

    /** Makes all that calls of objects will need that exist, and will pass the chains from now on. */
    default void expectExisting() {}

    /** Whether there may be objects that do not pass the chains that there are now, because they were made before. */
    default boolean missesExisting() {
        return false;
    }

    /** Whether the thread at hand runs again what it has run before, as a workflow's does that replays. */
    default boolean replaying() {
        return false;
    }
}
