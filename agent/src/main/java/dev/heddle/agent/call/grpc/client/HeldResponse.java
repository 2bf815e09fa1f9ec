package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.grpc.EndedException;
import dev.heddle.agent.call.grpc.ReadOnlyStage;
import io.grpc.Metadata;
import io.grpc.Status;

/** What one attempt brings: the one response and the end are held, everything else passes. */
final class HeldResponse<Q, R> extends ClientListenerLayer<Q, R> implements HeldEnd.Held {
    private final Attempts<Q, R> attempts;
    private final ReadOnlyStage<Object> stage = new ReadOnlyStage<>();
    private R message;
    private boolean holds;
    private boolean tooMany;
    private Status status;
    private Metadata trailers;
    private Throwable thrown;

    HeldResponse(ClientListenerLayer<Q, R> outer, ClientCallLayer<Q, R> call, Attempts<Q, R> attempts) {
        super(outer, call);
        this.attempts = attempts;
    }

    /** The response, once the attempt has ended. */
    ReadOnlyStage<Object> stage() {
        return stage;
    }

    @Override
    public void onHeaders(Metadata headers) {
        if (attempts.mayPassHeaders()) {
            super.onHeaders(headers);
        }
    }

    @Override
    public void onMessage(R next) {
        if (attempts.responseStream()) {
            if (attempts.mayPassMessage()) {
                super.onMessage(next);
            }
        } else if (!holds && !tooMany) {
            holds = true;
            message = next;
        } else {
            // A violation, which the application has to hear of as it is.
            boolean first = holds;
            tooMany = true;
            holds = false;
            if (first) {
                super.onMessage(message);
            }
            super.onMessage(next);
        }
    }

    @Override
    void closed(Status last, Metadata lastTrailers) {
        status = last;
        trailers = lastTrailers;
        attempts.ended(this);
    }

    /** The beginning of the attempt threw: the library did, or the application, which may have been told the end there. */
    void threw(Throwable failure) {
        if (attempts.isOver()) {
            attempts.leave(failure);
            return;
        }
        thrown = failure;
        status = Status.fromThrowable(failure);
        trailers = Status.trailersFromThrowable(failure);
        if (trailers == null) {
            trailers = new Metadata();
        }
        attempts.ended(this);
    }

    Throwable thrown() {
        return thrown;
    }

    /** Brings the response to the interceptor. */
    @Override
    public void bring() {
        stage.bring(message, failure());
    }

    private Throwable failure() {
        if (thrown != null) {
            return thrown;
        }
        if (!status.isOk()) {
            return new EndedException(status, trailers);
        }
        if (attempts.responseStream() || holds && message != null) {
            return null;
        }
        // What the library's stubs make of it.
        return new EndedException(
                Status.INTERNAL.withDescription(
                        tooMany ? "More than one value received for unary call" : "No value received for unary call"),
                trailers);
    }

    @Override
    public boolean endedWell() {
        return status.isOk();
    }

    /** The application gets what the attempt has brought. */
    void pass() {
        if (thrown != null && attempts.leave(thrown)) {
            thrown = null;
            return;
        }
        if (!holds || passMessage(message)) {
            super.closed(status, trailers);
        }
    }

    /** The application gets another response, with the end of the call if that went well. */
    void pass(R response) {
        boolean ok = status.isOk();
        if (response == null || passMessage(response)) {
            super.closed(ok ? status : Status.OK, ok ? trailers : new Metadata());
        }
    }

    /** The application gets another end. */
    void pass(Status instead, Metadata insteadTrailers) {
        super.closed(instead, insteadTrailers);
    }

    /** The interceptor is not waited for: the application gets a failure that there is, or this one. */
    void passAtLast(Status instead) {
        if (status.isOk()) {
            pass(instead, new Metadata());
        } else {
            pass();
        }
    }

    private boolean passMessage(R response) {
        try {
            super.onMessage(response);
            return true;
        } catch (Throwable ofTheApplication) {
            // As the library has it.
            super.closed(
                    Status.CANCELLED.withCause(ofTheApplication).withDescription("Failed to read message."),
                    new Metadata());
            return false;
        }
    }
}
