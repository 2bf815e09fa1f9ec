package dev.heddle.agent.bootstrap;

import java.util.function.BiFunction;

/**
 * The one thing that woven code calls, and the agent's one piece of static state. It lies where every application
 * class loader finds it and knows nothing, so that the application links to nothing else.
 */
public final class Hook {
    private static volatile BiFunction<Object, Object, Object> delegate;

    private Hook() {}

    /**
     * Offers a value that the library is about to use.
     *
     * @param owner the object the woven method belongs to, or the class if the method is static
     * @param value what the method returns, such as the list of interceptors
     * @return what it shall return instead, often the same
     */
    public static Object extend(Object owner, Object value) {
        BiFunction<Object, Object, Object> current = delegate;
        return current == null ? value : current.apply(owner, value);
    }

    /** Connects the agent, or with {@code null} disconnects it; returns what was connected before. */
    static BiFunction<Object, Object, Object> connect(BiFunction<Object, Object, Object> assembler) {
        BiFunction<Object, Object, Object> before = delegate;
        delegate = assembler;
        return before;
    }

    static boolean installed() {
        return delegate != null;
    }
}
