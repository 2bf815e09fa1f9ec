package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.Chain;

/**
 * One method of the SDK that is intercepted, with all that a call must know of it. Immutable.
 *
 * @param index among its adapter's methods
 * @param name in the SDK
 * @param restrictsWorkflow whether the workflow must not change while it runs: in queries and validators
 * @param chain the interceptors
 * @param input how to read the source; {@code null} if it is an array of parameters that say nothing of identity
 * @param arguments what the application's arguments are
 * @param result how to open what it returns and how to close it again
 */
public record SdkMethod(
        int index,
        String name,
        boolean restrictsWorkflow,
        Chain chain,
        Accessors input,
        Arguments arguments,
        Result result) {
    /** Whether nobody waits for it: a signal that has arrived. */
    boolean hasNoCaller() {
        return name.equals("handleSignal");
    }

    /** A property of a call's source. */
    Object read(Property property, Object source) {
        return input == null ? null : input.read(property, source);
    }
}
