package dev.heddle.agent.call.grpc;

import static dev.heddle.agent.call.grpc.Interleavings.point;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * A channel whose calls are as strict as the library's, and stricter: they take one thread at a time, no cancellation
 * before the start has returned, and answer a unary call on the executor.
 */
public final class FakeLibrary extends Channel {
    private final Executor executor;
    private final List<FakeCall<?, ?>> calls = new ArrayList<>();
    private final int failures;

    /** Its first calls fail with UNAVAILABLE. */
    public FakeLibrary(Executor executor, int failures) {
        this.executor = executor;
        this.failures = failures;
    }

    /** What was done to each call. */
    public List<List<String>> done() {
        return calls.stream().map(call -> call.done).toList();
    }

    @Override
    public <Q, R> ClientCall<Q, R> newCall(MethodDescriptor<Q, R> method, CallOptions options) {
        FakeCall<Q, R> call = new FakeCall<>(calls.size() < failures);
        calls.add(call);
        return call;
    }

    @Override
    public String authority() {
        return "fake";
    }

    private final class FakeCall<Q, R> extends ClientCall<Q, R> {
        private final List<String> done = new ArrayList<>();
        private final boolean fails;
        private Listener<R> listener;
        private boolean busy;
        private boolean started;
        private boolean halfClosed;
        private boolean cancelled;
        private boolean closed;
        private Q request;
        private long demand;
        private boolean answered;

        private FakeCall(boolean fails) {
            this.fails = fails;
        }

        private void enter(String what) {
            if (busy) {
                throw new AssertionError(what + " while another thread is at " + done);
            }
            busy = true;
            done.add(what);
            point();
            busy = false;
        }

        private void check(boolean fine, String otherwise) {
            if (!fine) {
                throw new IllegalStateException(otherwise);
            }
        }

        @Override
        public void start(Listener<R> responses, Metadata headers) {
            check(!started, "Already started");
            check(!cancelled, "call was cancelled");
            listener = responses;
            enter("start");
            started = true;
        }

        @Override
        public void request(int messages) {
            check(started, "Not started");
            // From any thread.
            point();
            done.add("request " + messages);
            demand += messages;
            answer();
        }

        @Override
        public void sendMessage(Q message) {
            check(started, "Not started");
            check(!cancelled, "call was cancelled");
            check(!halfClosed, "call was half-closed");
            request = message;
            enter("message " + message);
        }

        @Override
        public void halfClose() {
            check(started, "Not started");
            check(!cancelled, "call was cancelled");
            check(!halfClosed, "call already half-closed");
            halfClosed = true;
            enter("half-close");
            if (fails) {
                bring(() -> close(Status.UNAVAILABLE));
                return;
            }
            bring(() -> listener.onHeaders(new Metadata()));
            answered = true;
            answer();
        }

        /** The response waits until it is asked for, and the end for the response. */
        private void answer() {
            if (answered && demand > 0) {
                answered = false;
                bring(() -> listener.onMessage(response()));
                bring(() -> close(Status.OK));
            }
        }

        @SuppressWarnings("unchecked") // The tests' methods answer with what they are asked.
        private R response() {
            return (R) request;
        }

        private void bring(Runnable callback) {
            executor.execute(() -> {
                if (!closed) {
                    callback.run();
                }
            });
        }

        private void close(Status status) {
            closed = true;
            listener.onClose(status, new Metadata());
        }

        @Override
        public void cancel(String message, Throwable cause) {
            if (listener != null && !started) {
                throw new AssertionError("cancelled while it starts, which the library forgets");
            }
            if (!cancelled && started) {
                cancelled = true;
                done.add("cancel");
                bring(() -> close(Status.CANCELLED.withDescription(message)));
            }
            cancelled = true;
        }
    }
}
