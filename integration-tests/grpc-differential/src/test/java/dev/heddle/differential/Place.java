package dev.heddle.differential;

import static dev.heddle.differential.Moment.*;

import java.util.List;

/** Where the application has code in a call. */
enum Place {
    /** The client's interceptor that stands outside of the channel, so outside of Heddle. */
    OUTER(NEW_CALL, START, REQUEST, SEND_MESSAGE, HALF_CLOSE, CANCEL, ON_READY, ON_HEADERS, ON_MESSAGE, ON_CLOSE),
    /** The client's interceptor that the channel was built with, so inside of Heddle. */
    INNER(NEW_CALL, START, REQUEST, SEND_MESSAGE, HALF_CLOSE, CANCEL, ON_READY, ON_HEADERS, ON_MESSAGE, ON_CLOSE),
    /** Who made the call. */
    CLIENT(BEFORE_START, ON_READY, ON_HEADERS, ON_MESSAGE, ON_CLOSE),
    /** The server's interceptor. */
    SERVER(
            START_CALL,
            REQUEST,
            SEND_HEADERS,
            SEND_MESSAGE,
            CLOSE,
            ON_READY,
            ON_MESSAGE,
            ON_HALF_CLOSE,
            ON_CANCEL,
            ON_COMPLETE),
    /** The method. */
    HANDLER(START_CALL, ON_READY, ON_MESSAGE, ON_HALF_CLOSE, ON_CANCEL, ON_COMPLETE);

    private final List<Moment> moments;

    Place(Moment... moments) {
        this.moments = List.of(moments);
    }

    /** What happens there. */
    List<Moment> moments() {
        return moments;
    }

    boolean ofClient() {
        return this == OUTER || this == INNER || this == CLIENT;
    }

    boolean isInterceptor() {
        return this == OUTER || this == INNER || this == SERVER;
    }
}
