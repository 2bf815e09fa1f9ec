package dev.heddle.stubs;

/** What a client does with a call. */
public enum Use {
    /** Sends all its requests, and takes all responses. */
    ALL,
    /** Sends its first request and leaves the stream open. */
    OPEN,
    /** Sends no request. */
    NOTHING,
    /** Fails after the first request. */
    BREAKS,
    /** Takes two responses, and then no more. */
    TAKES_TWO,
    /** Takes one response at a time, and looks how many were made for it. */
    ONE_BY_ONE,
    /** Cancels the call once the handler has the first request. */
    CANCELS,
    /** Waits until its deadline. */
    DEADLINE,
    /** Sends two requests where there must be one. */
    TWO
}
