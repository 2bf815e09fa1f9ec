package dev.heddle.agent.call.grpc;

import static dev.heddle.agent.call.grpc.Interleavings.point;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * A channel whose calls are as strict as the library's, and stricter: they take one thread at a time, and no cancellation
 * before the start has returned. What comes of them comes on the executor: to each request of a stream its like, to one
 * request three responses where they are a stream, to all together one where not.
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
        FakeCall<Q, R> call = new FakeCall<>(method.getType(), calls.size() < failures);
        calls.add(call);
        return call;
    }

    /** Whether a call has been started. */
    public boolean started() {
        return calls.stream().anyMatch(call -> call.started);
    }

    /** Ends the calls that have been started, unless the server is done with them. */
    public void end(Status status) {
        calls.stream().filter(call -> call.started).forEach(call -> call.end(status));
    }

    /** What was done to the calls that have been started and nobody has ended. */
    public List<List<String>> open() {
        return calls.stream()
                .filter(call -> call.started && !call.closed)
                .map(call -> call.done)
                .toList();
    }

    @Override
    public String authority() {
        return "fake";
    }

    private final class FakeCall<Q, R> extends ClientCall<Q, R> {
        private final MethodType type;
        private final boolean fails;
        private final Context context = Context.current();
        private final List<String> done = new ArrayList<>();
        private final List<String> requests = new ArrayList<>();
        private final Queue<String> responses = new ArrayDeque<>();
        private Listener<R> listener;
        private boolean busy;
        private boolean started;
        private boolean halfClosed;
        private boolean cancelled;
        private boolean closed;
        private boolean headersSent;
        private long demand;
        private Status end;
        private boolean endSent;

        private FakeCall(MethodType type, boolean fails) {
            this.type = type;
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
            if (!type.clientSendsOneMessage()) {
                bring(listener::onReady);
            }
            context.addListener(gone -> cancel(Contexts.statusFromCancelled(gone)), Runnable::run);
        }

        @Override
        public void request(int messages) {
            check(started, "Not started");
            // From any thread.
            point();
            demand += messages;
            answer();
        }

        @Override
        public void sendMessage(Q message) {
            check(started, "Not started");
            check(!cancelled, "call was cancelled");
            check(!halfClosed, "call was half-closed");
            enter("message " + message);
            requests.add(String.valueOf(message));
            if (type == MethodType.BIDI_STREAMING && !fails) {
                respond(String.valueOf(message));
            }
        }

        @Override
        public void halfClose() {
            check(started, "Not started");
            check(!cancelled, "call was cancelled");
            check(!halfClosed, "call already half-closed");
            halfClosed = true;
            enter("half-close");
            if (fails) {
                end(Status.UNAVAILABLE);
                return;
            }
            if (type.serverSendsOneMessage()) {
                respond(String.join(" ", requests));
            } else if (type == MethodType.SERVER_STREAMING) {
                requests.forEach(request -> List.of(1, 2, 3).forEach(number -> respond(request + number)));
            }
            end(Status.OK);
        }

        private void respond(String response) {
            if (end == null) {
                if (!headersSent) {
                    headersSent = true;
                    bring(() -> listener.onHeaders(new Metadata()));
                }
                responses.add(response);
                answer();
            }
        }

        private void end(Status status) {
            if (end == null) {
                end = status;
                answer();
            }
        }

        /** A response waits until it is asked for, and the end for the last. */
        @SuppressWarnings("unchecked") // The tests' messages are texts.
        private void answer() {
            while (demand > 0 && !responses.isEmpty()) {
                demand--;
                R next = (R) responses.remove();
                bring(() -> listener.onMessage(next));
            }
            if (end != null && responses.isEmpty() && !endSent) {
                endSent = true;
                bring(() -> close(end));
            }
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
            if (started) {
                cancel(Status.CANCELLED.withDescription(message));
            }
            cancelled = true;
        }

        private void cancel(Status status) {
            if (!cancelled) {
                cancelled = true;
                done.add("cancel");
                bring(() -> close(status));
            }
        }

        @Override
        public boolean isReady() {
            return started;
        }
    }
}
