package dev.heddle.test;

import dev.heddle.agent.bootstrap.Hook;

/**
 * Reads interceptors as a woven reader of the SDK does, for who wants to see the agent's adapter without a client or
 * worker around it.
 */
public final class ChainRead {
    private ChainRead() {}

    /**
     * What the SDK has after it has read the interceptors: an adapter is among them where the agent is installed.
     *
     * @param point the name of the woven point
     * @param options whose interceptors these are
     */
    @SuppressWarnings("unchecked") // The hook returns what it got, or more of the same.
    public static <T> T of(String point, Object options, T interceptors) {
        return (T) Hook.extend(point, options.getClass(), options, interceptors);
    }
}
