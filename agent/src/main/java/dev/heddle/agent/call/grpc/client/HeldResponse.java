package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.grpc.EndedException;
import dev.heddle.agent.call.grpc.ReadOnlyStage;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What one attempt brings: the one response and the end are held, everything else passes. */
final class HeldResponse<Q, R> extends ClientListenerLayer<Q, R> {
    /** The library's, whose listener this is. */
    private static final Logger LOG = Logger.getLogger("io.grpc.internal.ClientCallImpl");

    private final AttemptedClientCall<Q, R> attempts;
    private final ReadOnlyStage<Object> stage = new ReadOnlyStage<>();
    private R message;
    private boolean tooMany;
    private Status status;
    private Metadata trailers;
    private Throwable thrown;

    HeldResponse(ClientListenerLayer<Q, R> outer, AttemptedClientCall<Q, R> attempts) {
        super(outer, attempts);
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
        } else if (message == null && !tooMany) {
            message = next;
        } else {
            // A violation, which the application has to hear of as it is.
            tooMany = true;
            R first = message;
            message = null;
            if (first != null) {
                super.onMessage(first);
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

    /** The attempt has not begun, because the library or the application threw. */
    void threw(Throwable failure) {
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
    void bring() {
        stage.bring(message, failure());
    }

    private Throwable failure() {
        if (thrown != null) {
            return thrown;
        }
        if (!status.isOk()) {
            return new EndedException(status, trailers);
        }
        if (attempts.responseStream() || message != null) {
            return null;
        }
        // What the library's stubs make of it.
        return new EndedException(
                Status.INTERNAL.withDescription(
                        tooMany ? "More than one value received for unary call" : "No value received for unary call"),
                trailers);
    }

    /** The application gets what the attempt has brought. */
    void pass() {
        if (message == null || passMessage(message)) {
            passEnd(status, trailers);
        }
    }

    /** The application gets another response, with the end of the call if that went well. */
    void pass(R response) {
        boolean ok = status.isOk();
        if (response == null || passMessage(response)) {
            passEnd(ok ? status : Status.OK, ok ? trailers : new Metadata());
        }
    }

    /** The application gets another end. */
    void pass(Status instead, Metadata insteadTrailers) {
        passEnd(instead, insteadTrailers);
    }

    /** The interceptor has taken too long: the application gets a failure that there is, or this one. */
    void passAtLast(Status instead) {
        if (status.isOk()) {
            pass(instead, new Metadata());
        } else {
            pass();
        }
    }

    /** What the application throws is logged as the library does, which has no other use for it either. */
    private void passEnd(Status last, Metadata lastTrailers) {
        try {
            super.closed(last, lastTrailers);
        } catch (RuntimeException ofTheApplication) {
            LOG.log(Level.WARNING, "Exception thrown by onClose() in ClientCall", ofTheApplication);
        }
    }

    private boolean passMessage(R response) {
        try {
            super.onMessage(response);
            return true;
        } catch (Throwable ofTheApplication) {
            // As the library has it.
            passEnd(
                    Status.CANCELLED.withCause(ofTheApplication).withDescription("Failed to read message."),
                    new Metadata());
            return false;
        }
    }
}
