package dev.heddle.differential;

/** What a step does. A step's number says more: how many, which message, which status. */
enum Verb {
    // The client's.
    CLIENT_START,
    CLIENT_START_AGAIN,
    CLIENT_REQUEST,
    CLIENT_SEND,
    CLIENT_HALF_CLOSE,
    CLIENT_CANCEL,
    CLIENT_COMPRESS,
    CLIENT_LOOK,
    CANCEL_CONTEXT,
    CREDENTIALS,

    // The handler's.
    SERVER_REQUEST,
    SERVER_HEADERS,
    SERVER_SEND,
    SERVER_CLOSE,
    SERVER_COMPRESSION,
    SERVER_COMPRESS,
    SERVER_LOOK,

    // Everybody's.
    RUN_CHANNEL,
    RUN_SERVER,
    RUN_CALL,
    SETTLE,
    ADVANCE_TIME,
    SHUTDOWN_CHANNEL,
    SHUTDOWN_CHANNEL_NOW,
    SHUTDOWN_SERVER_NOW,

    // Of a hook: how it ends.
    /** The code there throws. */
    THROW,
    /** An interceptor does not go on; a handler has no listener. */
    SKIP,
    /** The server's interceptor closes the call. */
    REFUSE
}
