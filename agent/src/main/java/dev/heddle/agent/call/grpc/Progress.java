package dev.heddle.agent.call.grpc;

/** How an interceptor has gone on. It does so once; before, there is no progress. */
public enum Progress {
    /** By {@code proceed()}: the response passes as it is. */
    PROCEEDED,
    /** By {@code response()}: the response is held until the interceptor's answer is known. */
    ASKED
}
