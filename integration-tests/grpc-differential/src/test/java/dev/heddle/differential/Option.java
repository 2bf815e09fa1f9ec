package dev.heddle.differential;

/** What may be true of a script besides its steps. */
enum Option {
    /** There is an interceptor of the client outside of Heddle. */
    OUTER(0.3),
    /** There is an interceptor of the client inside of Heddle. */
    INNER(0.4),
    /** There is an interceptor of the server. */
    SERVER(0.4),
    /** The interceptors set a value of {@code io.grpc.Context} around what they pass on. */
    CONTEXT_SCOPES(0.3),
    /** The interceptors set a thread local around what they pass on. */
    THREAD_LOCAL_SCOPES(0.3),
    /** The client works in a context of its own, which can be cancelled. */
    CONTEXT(0.3),
    CONTEXT_ENDS_SOON(0.03),
    CONTEXT_ENDS_LATE(0.03),
    DEADLINE_PASSED(0.02),
    DEADLINE_SOON(0.08),
    DEADLINE_LATE(0.08),
    GZIP(0.08),
    UNKNOWN_COMPRESSION(0.01),
    WAIT_FOR_READY(0.1),
    CREDENTIALS_AT_ONCE(0.04),
    CREDENTIALS_LATER(0.06),
    CREDENTIALS_FAIL(0.01),
    CREDENTIALS_THROW(0.01),
    CALL_EXECUTOR(0.1),
    METADATA(0.3),
    LARGE_METADATA(0.01),
    SMALL_INBOUND_LIMIT(0.03),
    SMALL_OUTBOUND_LIMIT(0.02),
    CLIENT_TRACER(0.15),
    SERVER_TRACER(0.15),
    /** A stub's observer is told before the call starts, and asks for messages itself. */
    MANUAL_CLIENT(0.3),
    /** A stub's handler asks for messages itself. */
    MANUAL_SERVER(0.2),
    /** The channel is not connected yet. */
    COLD(0.1),
    NO_SERVER(0.02),
    MISSING_METHOD(0.02),
    RETRY(0.2);

    private final double chance;

    Option(double chance) {
        this.chance = chance;
    }

    /** How often it is true. */
    double chance() {
        return chance;
    }
}
