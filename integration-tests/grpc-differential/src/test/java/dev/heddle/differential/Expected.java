package dev.heddle.differential;

/**
 * The differences that {@code response()} must make, each with its reason. There are to be few, and applications are told
 * of them, no more and no less, in {@code agent-api/GRPC.md}.
 */
enum Expected {
    /** {@link HeldByHand} makes it too. */
    WITH_THE_END(
            "The one response and the end come together, later than gRPC brings them, and outside of what the application's"
                    + " own interceptors attach in `onMessage`. A response after which the call is cancelled, or never ends,"
                    + " does not come.",
            "They are held until the interceptor's answer is known."),
    /** {@link HeldByHand} makes it too. */
    WHEN_CLOSED(
            "A server's response is written, and fails to be written, when the handler closes the call or throws; if the"
                    + " call is cancelled before, it is not written.",
            "It is held until then."),
    /** No flavour takes its time. */
    LATE_FAILURE(
            "What a handler, or the start of a client's call, throws while an interceptor takes its time ends the call with"
                    + " the status that gRPC gives it; gRPC does not log it, and `start` returns.",
            "What becomes of it is not decided."),
    /** No flavour takes its time. */
    LIMIT(
            "At the deadline, or when its context is cancelled, a client's call ends although the interceptor has not"
                    + " answered.",
            "Nobody waits for ever."),
    /** No flavour tries again. */
    HEADERS_OF_THE_FIRST("Of two attempts the headers of the first pass.", "They are not held.");

    private final String difference;
    private final String reason;

    Expected(String difference, String reason) {
        this.difference = difference;
        this.reason = reason;
    }

    /**
     * Whether the one response, which is held, is written, fails to be written, or is brought where this was seen without
     * anybody who holds it.
     */
    static boolean beginsAt(String line) {
        return line.matches(".* (server +writes|(OUTER|INNER|CLIENT) +ON_MESSAGE) .*")
                || line.contains("WARNING ServerCallImpl: Cancelling the stream because of internal error")
                || line.matches(".* (SEND_MESSAGE|SERVER_SEND) throws .*");
    }

    /** As it stands in the docs. */
    String row() {
        return "| " + difference + " | " + reason + " |";
    }
}
