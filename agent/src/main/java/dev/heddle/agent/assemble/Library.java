package dev.heddle.agent.assemble;

/**
 * What Heddle knows of one library, linked to the application's own copy of it: one instance per application loader.
 */
public interface Library {
    /**
     * Answers the hook.
     *
     * @param owner as in {@link dev.heddle.agent.Hook#extend}
     * @param value as in {@link dev.heddle.agent.Hook#extend}
     * @throws Throwable what the application shall get: a refusal
     */
    Object extend(Object owner, Object value) throws Throwable;
}
