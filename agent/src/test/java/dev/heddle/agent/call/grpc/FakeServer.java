package dev.heddle.agent.call.grpc;

import static dev.heddle.agent.call.grpc.Interleavings.point;

import io.grpc.Attributes;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * A server with one call, as strict as the library's, and stricter: what is sent takes one thread at a time. Call-backs
 * run one by one on an executor, a message when it was asked for, the half-close after the last. What a handler throws
 * ends the call as the library has it.
 */
final class FakeServer extends ServerCall<String, String> {
    private final MethodDescriptor<String, String> method;
    private final Executor callbacks;
    private final List<String> told = new ArrayList<>();
    private final Queue<String> pending = new ArrayDeque<>();
    private Listener<String> listener;
    private int requested;
    private boolean arrived;
    private boolean halfClosed;
    private boolean busy;
    private boolean headersSent;
    private boolean messageSent;
    private boolean closed;
    private boolean ended;
    private boolean cancelled;

    FakeServer(MethodDescriptor<String, String> method, Executor callbacks) {
        this.method = method;
        this.callbacks = callbacks;
    }

    /** What the client is told. */
    List<String> told() {
        return told;
    }

    /** Whether the client is told no more. */
    boolean ended() {
        return ended;
    }

    // The client.

    boolean arrived() {
        return arrived;
    }

    void arrive(ServerInterceptor interceptor, ServerCallHandler<String, String> handler) {
        arrived = true;
        callbacks.execute(() -> {
            Listener<String> none = new Listener<>() {};
            try {
                Listener<String> started = interceptor.interceptCall(this, new Metadata(), handler);
                if (started == null) {
                    throw new NullPointerException("startCall() returned a null listener");
                }
                listener = started;
            } catch (Throwable thrown) {
                listener = none;
                end("close " + Status.fromThrowable(thrown).getCode());
            }
            bring();
        });
    }

    void message(String message) {
        pending.add(message);
        bring();
    }

    void halfClose() {
        halfClosed = true;
        bring();
    }

    void cancel() {
        if (!ended) {
            ended = true;
            told.add("cancel");
            callbacks.execute(() -> {
                cancelled = true;
                callBack(() -> listener.onCancel());
            });
        }
    }

    private void bring() {
        if (listener == null || ended) {
            return;
        }
        while (requested > 0 && !pending.isEmpty()) {
            requested--;
            String next = pending.remove();
            callbacks.execute(() -> callBack(() -> listener.onMessage(next)));
        }
        if (halfClosed && pending.isEmpty()) {
            halfClosed = false;
            callbacks.execute(() -> callBack(() -> listener.onHalfClose()));
        }
    }

    private void callBack(Runnable callback) {
        try {
            callback.run();
        } catch (Throwable thrown) {
            end("close UNKNOWN");
        }
    }

    private void end(String how) {
        if (!ended) {
            ended = true;
            told.add(how);
            callbacks.execute(() -> callBack(() -> listener.onComplete()));
        }
    }

    // The handler.

    private void enter(String what) {
        if (busy) {
            throw new AssertionError(what + " while another thread sends");
        }
        busy = true;
        point();
        busy = false;
    }

    private static void check(boolean fine, String otherwise) {
        if (!fine) {
            throw new IllegalStateException(otherwise);
        }
    }

    private void tell(String what) {
        if (!ended) {
            told.add(what);
        }
    }

    @Override
    public void request(int messages) {
        point();
        requested += messages;
        bring();
    }

    @Override
    public void sendHeaders(Metadata headers) {
        enter("headers");
        check(!headersSent, "sendHeaders has already been called");
        check(!closed, "call is closed");
        headersSent = true;
        tell("headers");
    }

    @Override
    public void sendMessage(String message) {
        enter("message");
        check(headersSent, "sendHeaders has not been called");
        check(!closed, "call is closed");
        if (messageSent && method.getType().serverSendsOneMessage()) {
            internal();
            return;
        }
        messageSent = true;
        tell("message " + message);
    }

    @Override
    public void close(Status status, Metadata trailers) {
        enter("close");
        check(!closed, "call already closed");
        closed = true;
        if (status.isOk() && method.getType().serverSendsOneMessage() && !messageSent) {
            internal();
        } else {
            end("close " + status.getCode());
        }
    }

    /** The handler has broken the rules, and hears that the call is cancelled. */
    private void internal() {
        if (!ended) {
            ended = true;
            told.add("close INTERNAL");
            callbacks.execute(() -> {
                cancelled = true;
                callBack(() -> listener.onCancel());
            });
        }
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public MethodDescriptor<String, String> getMethodDescriptor() {
        return method;
    }

    @Override
    public Attributes getAttributes() {
        return Attributes.EMPTY;
    }
}
