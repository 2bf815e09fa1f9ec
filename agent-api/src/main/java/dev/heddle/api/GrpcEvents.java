package dev.heddle.api;

import org.jspecify.annotations.Nullable;

/**
 * What passes during one gRPC call, for an interceptor to see and to change: give {@link GrpcCall#events} an object
 * that overrides what it wants to know. Requests pass the outermost interceptor first and responses the innermost, on
 * the client and on the server alike. Nothing here is told of a call that never got beyond the interceptor.
 *
 * <p>A method that throws {@link RefusedException} or {@link GrpcException} ends the call with that status. Any other
 * exception is an accident: what was passing goes on unchanged, or of a guard the call is refused.
 *
 * <p>Called on the threads that gRPC and the application use for this call: never two at once in one direction, but
 * requests and responses may pass at the same time. Do not block.
 */
public interface GrpcEvents {
    /**
     * A request passes.
     *
     * @return it, another of the same type in its place, or of a stream {@code null} to drop it
     */
    default @Nullable Object onRequest(Object message) {
        return message;
    }

    /** All requests have passed. */
    default void onHalfClose() {}

    /**
     * The response headers pass, before any response.
     *
     * @param headers live on a server; on a client read-only
     */
    default void onHeaders(Headers headers) {}

    /**
     * A response passes.
     *
     * @return it, another of the same type in its place, or of a stream {@code null} to drop it
     */
    default @Nullable Object onResponse(Object message) {
        return message;
    }

    /**
     * The call ends.
     *
     * @param trailers live on a server; on a client read-only
     * @return the status, or another in its place
     */
    default GrpcStatus onClose(GrpcStatus status, Headers trailers) {
        return status;
    }

    /** The call was cancelled: on a client by the application, on a server by the client, its deadline or the network. */
    default void onCancel() {}

    /** The other side takes more messages now. */
    default void onReady() {}

    /**
     * Called before each callback into the application: of a server's handler or of what waits for a client's
     * responses. The place to attach a context that such code is to find on its thread.
     *
     * @return what to close after the callback, or {@code null}
     */
    default @Nullable AutoCloseable scope() {
        return null;
    }
}
