package dev.heddle.stubs;

/** What a handler does with the requests. */
public enum Work {
    /** Answers each request; where there is one response, all of them in one. */
    ECHO,
    /** Answers the first request, and is done with the call. */
    EARLY,
    /** Answers without a look at the requests. */
    AT_ONCE,
    /** Ends the call well without an answer. */
    NOTHING,
    /** Fails with a status and trailers. */
    REFUSES,
    /** Fails with a status and trailers after the first answer, or where there is one response, the first request. */
    FAILS_LATER,
    /** Fails with what is no status. */
    BREAKS,
    /** Answers for as long as somebody wants answers. */
    ENDLESS,
    /** Takes the requests and does nothing. */
    NEVER,
    /** Takes the first request, wants no more, and does nothing, of which the reactive libraries make an end. */
    STOPS,
    /** Gives two responses where there must be one. */
    TWO
}
