package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Completions;
import dev.heddle.api.GrpcMethodType;
import io.grpc.Context;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.Status;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What a call has only if an interceptor has asked for it, or answers later. */
final class Extras {
    final dev.heddle.agent.call.Attributes attributes = new dev.heddle.agent.call.Attributes();
    /** Who listens to what passes. */
    volatile EventChain events;
    /** Who wants to be told of the end. */
    volatile Completions completions;
    /** The library's own objects as an array that interceptors may have changed. */
    Object[] source;
    /** The requests that wait for the chain to arrive. */
    List<Object> held;
    /** Told of all requests when the last has come; then they are kept. */
    Reply<List<Object>> requests;
    /** How the call ends even if an interceptor never answers. */
    volatile Status forced;
    /** Watches the deadline while interceptors keep the call waiting. */
    volatile CompletableFuture<Void> timer;
    /** What an interceptor has answered in the place of a response stream. */
    volatile ClientAnswer<?, ?> answered;
    /** Whether the requests shall not be compressed. */
    boolean uncompressed;
    /** The context of a call whose interceptors answer later. */
    Context context;
    /** What came before the chain arrived. */
    List<Runnable> backlog;
    /** What the application or the library has thrown where the chain ends. */
    volatile Throwable thrown;
    /** Whether that came out of starting the handler. */
    volatile boolean startFailed;
    /** The thread on which the library waits to hear of it. */
    volatile Thread calling;
    /** How the handler has ended the call, if it is not simply OK. */
    Status status;
    /** Brings the handler's response to an interceptor that has asked for it. */
    volatile Reply<Object> reply;
    /** The position that the handler's events wait from. */
    volatile int eventsFrom;
    /** The handler's exception, if the interceptors have let it pass. */
    Throwable untouched;

    /** The outcome of an only interceptor's step, if it is not the attempt. */
    Object outcome;

    /** What attempts of a client hold back, newest first. */
    private volatile Held responses;

    private Object[] arguments;

    /** What an attempt holds back, or {@code null}. */
    Held held(ClientResponse<?, ?> attempt) {
        Held found = responses;
        while (found != null && found.attempt != attempt) {
            found = found.earlier;
        }
        return found;
    }

    /** Makes room for what an attempt holds back, if need be. */
    synchronized Held needHeld(ClientResponse<?, ?> attempt) {
        Held found = held(attempt);
        if (found == null) {
            found = new Held(attempt, responses);
            responses = found;
        }
        return found;
    }

    /** The one request as an array for interceptors to change. */
    Object[] arguments(GrpcMethodType kind, Object request) {
        if (arguments == null) {
            arguments = kind.requestStream() ? new Object[0] : new Object[] {request};
        }
        return arguments;
    }

    /** The request as interceptors have left it. */
    Object settle(Object request, Marshaller<?> marshaller) {
        if (arguments == null || arguments.length == 0 || arguments[0] == request) {
            return request;
        }
        Object changed = arguments[0];
        arguments = null;
        if (!EventChain.fits(changed, request, marshaller)) {
            throw new IllegalArgumentException("a request cannot be "
                    + (changed == null ? "null" : "a " + changed.getClass().getName()));
        }
        return changed;
    }
}
