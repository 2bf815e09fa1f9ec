package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.Rules;
import dev.heddle.agent.call.Rules.Did;
import dev.heddle.agent.call.Rules.Seen;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.Headers;
import dev.heddle.api.Operation;
import io.grpc.MethodDescriptor;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The events that one interceptor watches, under the rules. What it throws on purpose leaves the methods here and must
 * end the call; its accidents stay here. Immutable.
 */
public final class InterceptorEvents {
    private final ExtensionHealth health;
    private final Operation operation;
    private final GrpcEvents[] watching;

    InterceptorEvents(ExtensionHealth health, Operation operation, GrpcEvents... watching) {
        this.health = health;
        this.operation = operation;
        this.watching = watching;
    }

    /** These, and further in another. */
    InterceptorEvents and(GrpcEvents events) {
        GrpcEvents[] all = Arrays.copyOf(watching, watching.length + 1);
        all[watching.length] = events;
        return new InterceptorEvents(health, operation, all);
    }

    /** A request passes; {@code null} if it is dropped. */
    public Object request(Object message, MethodDescriptor<?, ?> method) {
        boolean stream = !method.getType().clientSendsOneMessage();
        Object current = message;
        for (int i = 0; i < watching.length && current != null; i++) {
            current = change(current, method.getRequestMarshaller(), stream, watching[i]::onRequest);
        }
        return current;
    }

    /** A response passes; {@code null} if it is dropped. */
    public Object response(Object message, MethodDescriptor<?, ?> method) {
        boolean stream = !method.getType().serverSendsOneMessage();
        Object current = message;
        for (int i = watching.length - 1; i >= 0 && current != null; i--) {
            current = change(current, method.getResponseMarshaller(), stream, watching[i]::onResponse);
        }
        return current;
    }

    private Object change(
            Object message, MethodDescriptor.Marshaller<?> marshaller, boolean stream, UnaryOperator<Object> change) {
        try {
            Object changed = change.apply(message);
            if (changed == message || (changed == null ? stream : Messages.fits(changed, message, marshaller))) {
                return changed;
            }
            throw new ClassCastException("it put "
                    + (changed == null ? "nothing" : "a " + changed.getClass().getName()) + " in the place of a "
                    + message.getClass().getName());
        } catch (Throwable thrown) {
            accident("the message passes unchanged", thrown);
            return message;
        }
    }

    /** The call ends; gives the status that it ends with. */
    public GrpcStatus close(GrpcStatus status, Headers trailers) {
        GrpcStatus current = status;
        for (int i = watching.length - 1; i >= 0; i--) {
            try {
                GrpcStatus changed = watching[i].onClose(current, trailers);
                if (changed == null) {
                    throw new NullPointerException("no status");
                }
                current = changed;
            } catch (Throwable thrown) {
                accident("the status stays", thrown);
            }
        }
        return current;
    }

    /** The response headers pass. */
    public void headers(Headers headers) {
        for (int i = watching.length - 1; i >= 0; i--) {
            tell(watching[i], events -> events.onHeaders(headers));
        }
    }

    /** All requests have passed. */
    public void halfClose() {
        for (GrpcEvents events : watching) {
            tell(events, GrpcEvents::onHalfClose);
        }
    }

    /** The call is cancelled. */
    public void cancel() {
        for (GrpcEvents events : watching) {
            tell(events, GrpcEvents::onCancel);
        }
    }

    /** The other side takes more. */
    public void ready() {
        for (GrpcEvents events : watching) {
            tell(events, GrpcEvents::onReady);
        }
    }

    private void tell(GrpcEvents events, Consumer<GrpcEvents> event) {
        try {
            event.accept(events);
        } catch (Throwable thrown) {
            accident("the call goes on", thrown);
        }
    }

    /** Opens the scopes for a call-back into the application; {@link #close} them. */
    public AutoCloseable[] open() {
        AutoCloseable[] scopes = new AutoCloseable[watching.length];
        for (int i = 0; i < watching.length; i++) {
            try {
                scopes[i] = watching[i].scope();
            } catch (Throwable thrown) {
                try {
                    accident("the call-back runs without its scope", thrown);
                } catch (Throwable refusal) {
                    close(scopes);
                    throw refusal;
                }
            }
        }
        return scopes;
    }

    /** Closes scopes; too late for a refusal, so whatever is thrown is an accident. */
    public void close(AutoCloseable[] scopes) {
        for (int i = scopes.length - 1; i >= 0; i--) {
            if (scopes[i] != null) {
                try {
                    scopes[i].close();
                } catch (Throwable thrown) {
                    health.failed(operation, "its scope may not be closed", thrown);
                }
            }
        }
    }

    private void accident(String what, Throwable thrown) {
        Did did = Statuses.deliberate(thrown) ? Did.REFUSE : Did.FAIL;
        switch (Rules.verdict(did, Seen.RESULT, health.failClosed())) {
            case THROW -> throw Thrown.asItIs(thrown);
            case REFUSE -> {
                health.failed(operation, "the call is refused", thrown);
                throw GuardFailure.of(health, operation, thrown);
            }
            default -> health.failed(operation, what, thrown);
        }
    }
}
