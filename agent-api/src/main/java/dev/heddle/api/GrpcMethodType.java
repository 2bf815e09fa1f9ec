package dev.heddle.api;

/** How many messages a gRPC method takes and gives. */
public enum GrpcMethodType {
    /** One request, one response. */
    UNARY(false, false),
    /** Many requests, one response. */
    CLIENT_STREAMING(true, false),
    /** One request, many responses. */
    SERVER_STREAMING(false, true),
    /** Many of both, in any order; also a method that does not say what it is. */
    BIDI_STREAMING(true, true);

    private final boolean requestStream;
    private final boolean responseStream;

    GrpcMethodType(boolean requestStream, boolean responseStream) {
        this.requestStream = requestStream;
        this.responseStream = responseStream;
    }

    /** Whether there may be any number of requests. */
    public boolean requestStream() {
        return requestStream;
    }

    /** Whether there may be any number of responses. */
    public boolean responseStream() {
        return responseStream;
    }
}
