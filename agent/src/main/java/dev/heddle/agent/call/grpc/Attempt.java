package dev.heddle.agent.call.grpc;

/**
 * What a chain ends in: one call of the library's. As the outcome of a step it means that the response passes as it is.
 */
interface Attempt {
    /** The response as a stage, which holds the response and the end of the call back from the application. */
    Reply<Object> stage();

    /** The one response, if it is here, or {@code null}. */
    Object message();

    /** Lets the {@link EventChain events} of outer steps wait for what comes of the stage. */
    void eventsFrom(int position);
}
