package dev.heddle.agent.call.grpc.server;

import dev.heddle.agent.call.OwnFrames;
import dev.heddle.agent.call.grpc.EndedException;
import dev.heddle.agent.call.grpc.ReadOnlyStage;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;

/**
 * The call of a handler whose interceptor has asked for the response: the one response and the end are held until the
 * interceptor has decided, everything else passes. What the library would refuse goes to the library, to be refused.
 */
final class HeldServerCall<Q, R> extends GatedServerCall<Q, R> {
    private final ReadOnlyStage<Object> stage = new ReadOnlyStage<>();
    private final HeldEnd end = new HeldEnd(this::bring);
    private final boolean stream;
    private volatile boolean headersSent;
    /** Whether everything passes, because the handler has broken the rules or the call was cancelled. */
    private volatile boolean passing;

    private R message;
    private boolean holds;
    private Status status;
    private Metadata trailers;
    private Throwable thrown;
    /** The thread on which the handler throws, while it does. */
    private Thread thrower;

    private boolean rethrow;

    HeldServerCall(ServerCall<Q, R> outer) {
        super(outer);
        this.stream = !outer.getMethodDescriptor().getType().serverSendsOneMessage();
    }

    /** The response, once the handler has closed the call. */
    ReadOnlyStage<Object> stage() {
        return stage;
    }

    // What the handler does.

    /** Whether nothing is held any more, so that the library tells what the handler does wrong. */
    private boolean passes() {
        return passing || end.isOver();
    }

    @Override
    public void sendHeaders(Metadata headers) {
        if (enter()) {
            try {
                delegate().sendHeaders(headers);
                // Before the last word, which sends them where they have not been sent.
                headersSent = true;
            } finally {
                exit();
            }
        }
    }

    @Override
    public void sendMessage(R response) {
        if (passes() || stream && status == null) {
            super.sendMessage(response);
        } else if (status != null && headersSent) {
            throw misuse("call is closed");
        } else if (status == null && headersSent && !holds) {
            holds = true;
            message = response;
        } else {
            // Without headers before it, or one too many.
            passing = headersSent;
            boolean first = holds;
            holds = false;
            if (first) {
                super.sendMessage(message);
            }
            super.sendMessage(response);
        }
    }

    /** As the library says it, without our frames. */
    private static IllegalStateException misuse(String what) {
        IllegalStateException misuse = new IllegalStateException(what);
        OwnFrames.remove(misuse);
        return misuse;
    }

    @Override
    public void close(Status last, Metadata lastTrailers) {
        if (passes() || last == null || lastTrailers == null) {
            super.close(last, lastTrailers);
        } else if (status != null) {
            throw misuse("call already closed");
        } else {
            status = last;
            trailers = lastTrailers;
            end.reached();
        }
    }

    /**
     * The handler has thrown.
     *
     * @param becomes the status that the library makes of it
     * @param becomesTrailers the trailers that go with that
     * @return whether it is for the library to hear of it now: not if the interceptor has put something in its place, or
     *     has not decided
     */
    boolean threw(Throwable failure, Status becomes, Metadata becomesTrailers) {
        if (status != null || passing) {
            return passing || end.isOver();
        }
        thrown = failure;
        status = becomes;
        trailers = becomesTrailers;
        thrower = Thread.currentThread();
        end.reached();
        thrower = null;
        return rethrow;
    }

    /** The call was cancelled: whatever anybody does about it has no effect. */
    void cancelled() {
        passing = true;
        if (end.give()) {
            stage.bring(
                    null,
                    new EndedException(
                            Status.CANCELLED.withDescription(
                                    "the client, its deadline or the network cancelled the call"),
                            new Metadata()));
        }
    }

    private void bring() {
        if (thrown != null) {
            stage.bring(null, thrown);
        } else if (!status.isOk()) {
            stage.bring(null, new EndedException(status, trailers));
        } else if (!holds && !stream) {
            // What the library will make of it.
            Status missing = Status.INTERNAL.withDescription("Completed without a response");
            stage.bring(null, new EndedException(missing, trailers));
        } else {
            stage.bring(message, null);
        }
    }

    // What the interceptor decides.

    /** What the handler has done stands, as soon as it has. */
    void pass() {
        end.decideWhenReached(() -> {
            if (holds) {
                super.sendMessage(message);
            }
            if (thrown != null && thrower == Thread.currentThread()) {
                rethrow = true;
                passing = true;
            } else {
                super.close(status, trailers);
            }
        });
    }

    /** The client gets another response, and that all went well. */
    void pass(R response) {
        end.decide(() -> replace(() -> {
            boolean ok = status != null && status.isOk();
            if (response != null) {
                if (!headersSent) {
                    delegate().sendHeaders(new Metadata());
                }
                delegate().sendMessage(response);
            }
            delegate().close(ok ? status : Status.OK, ok ? trailers : new Metadata());
        }));
    }

    /** The client gets another end. */
    void pass(Status instead, Metadata insteadTrailers) {
        end.decide(() -> replace(() -> delegate().close(instead, insteadTrailers)));
    }

    /** A handler that has not closed the call has nothing more to say, and hears that it is cancelled. */
    private void replace(Runnable word) {
        if (status != null && thrown == null) {
            word.run();
        } else {
            shut(word);
        }
    }
}
