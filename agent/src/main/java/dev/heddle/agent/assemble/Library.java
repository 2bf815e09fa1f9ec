package dev.heddle.agent.assemble;

/**
 * What Heddle knows of one library, linked to the application's own copy of it: one instance per application loader.
 */
public interface Library {
    /**
     * Extends what the library is about to use. If this fails, the library gets what it had.
     *
     * @param owner the object the woven method belongs to
     * @param value what the method is about to return, or what the woven field holds
     * @return what it shall be instead
     */
    Object extend(Object owner, Object value);

    /**
     * Sends what the library hands out by a static method through a chain, if somebody wants it.
     *
     * @throws Throwable what the application shall get: a refusal
     */
    default Object pass(Object value) throws Throwable {
        return value;
    }
}
