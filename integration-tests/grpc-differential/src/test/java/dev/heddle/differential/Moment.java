package dev.heddle.differential;

/** What happens to a call at a {@link Place}: an operation that passes there, or a callback. */
enum Moment {
    NEW_CALL,
    BEFORE_START,
    START,
    REQUEST,
    SEND_MESSAGE,
    HALF_CLOSE,
    CANCEL,
    START_CALL,
    SEND_HEADERS,
    CLOSE,
    ON_READY,
    ON_HEADERS,
    ON_MESSAGE,
    ON_HALF_CLOSE,
    ON_CLOSE,
    ON_CANCEL,
    ON_COMPLETE
}
