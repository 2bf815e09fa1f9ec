package dev.heddle.versions;

/** What Heddle makes of an operation in one version. */
enum State {
    /** Each call is seen exactly once. */
    INTERCEPTED,
    /** That, and its headers can be read or written. */
    WITH_HEADERS,
    /** The library has no such thing. */
    ABSENT,
    /** The library has it, and calls pass unseen, or no application can make them. */
    MISSED
}
