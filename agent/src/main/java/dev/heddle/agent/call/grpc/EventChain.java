package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcException;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.Headers;
import dev.heddle.api.Operation;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.ReflectableMarshaller;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The events that the interceptors of one call listen to, outermost first. What a listener throws on purpose leaves the
 * methods here and shall end the call; its accidents stay here. Immutable.
 */
final class EventChain {
    private record Listener(int position, ExtensionHealth health, GrpcEvents events) {}

    private static final EventChain NOBODY = new EventChain(null, new Listener[0]);

    private final Operation operation;
    private final Listener[] listeners;

    private EventChain(Operation operation, Listener[] listeners) {
        this.operation = operation;
        this.listeners = listeners;
    }

    /** These and another one, further in than those. */
    static EventChain and(
            EventChain before, Operation operation, int position, ExtensionHealth health, GrpcEvents events) {
        EventChain outer = before == null ? NOBODY : before;
        Listener[] all = Arrays.copyOf(outer.listeners, outer.listeners.length + 1);
        all[outer.listeners.length] = new Listener(position, health, events);
        return new EventChain(operation, all);
    }

    /** Those of the steps as far in as a position: what is further in belongs to an earlier attempt. */
    EventChain upTo(int position) {
        return select(0, position);
    }

    /** Those of one step. */
    EventChain of(int position) {
        return select(position, position);
    }

    private EventChain select(int first, int last) {
        return new EventChain(
                operation,
                Arrays.stream(listeners)
                        .filter(listener -> listener.position >= first && listener.position <= last)
                        .toArray(Listener[]::new));
    }

    boolean isEmpty() {
        return listeners.length == 0;
    }

    /** A request passes; {@code null} if it is dropped. */
    Object request(Object message, Marshaller<?> marshaller, boolean stream) {
        Object current = message;
        for (int i = 0; i < listeners.length && current != null; i++) {
            GrpcEvents events = listeners[i].events;
            current = change(listeners[i], current, marshaller, stream, events::onRequest);
        }
        return current;
    }

    /** A response passes those from a position on; {@code null} if it is dropped. */
    Object response(Object message, int from, Marshaller<?> marshaller, boolean stream) {
        Object current = message;
        for (int i = listeners.length - 1; i >= 0 && listeners[i].position >= from && current != null; i--) {
            GrpcEvents events = listeners[i].events;
            current = change(listeners[i], current, marshaller, stream, events::onResponse);
        }
        return current;
    }

    private Object change(
            Listener listener, Object message, Marshaller<?> marshaller, boolean stream, UnaryOperator<Object> change) {
        try {
            Object changed = change.apply(message);
            if (changed == message || (changed == null ? stream : fits(changed, message, marshaller))) {
                return changed;
            }
            throw new ClassCastException("it put "
                    + (changed == null ? "nothing" : "a " + changed.getClass().getName()) + " in the place of a "
                    + message.getClass().getName());
        } catch (Throwable thrown) {
            accident(listener, "the message passes unchanged", thrown);
            return message;
        }
    }

    /** Whether a message can take the place of another one. */
    static boolean fits(Object message, Object original, Marshaller<?> marshaller) {
        if (marshaller instanceof ReflectableMarshaller<?> reflectable) {
            return reflectable.getMessageClass().isInstance(message);
        }
        return message != null && (original == null || message.getClass() == original.getClass());
    }

    /** The call ends, as those from a position on shall see it. */
    GrpcStatus close(GrpcStatus status, Headers trailers, int from) {
        GrpcStatus current = status;
        for (int i = listeners.length - 1; i >= 0 && listeners[i].position >= from; i--) {
            try {
                GrpcStatus changed = listeners[i].events.onClose(current, trailers);
                if (changed == null) {
                    throw new NullPointerException("no status");
                }
                current = changed;
            } catch (Throwable thrown) {
                accident(listeners[i], "the status stays", thrown);
            }
        }
        return current;
    }

    void responseHeaders(Headers headers) {
        for (int i = listeners.length - 1; i >= 0; i--) {
            tell(listeners[i], events -> events.onHeaders(headers));
        }
    }

    void halfClose() {
        for (Listener listener : listeners) {
            tell(listener, GrpcEvents::onHalfClose);
        }
    }

    void cancel() {
        for (Listener listener : listeners) {
            tell(listener, GrpcEvents::onCancel);
        }
    }

    void ready() {
        for (Listener listener : listeners) {
            tell(listener, GrpcEvents::onReady);
        }
    }

    /** Runs a callback into the application with everything attached that the listeners attach. */
    void run(Runnable callback) {
        run(0, callback);
    }

    private void run(int at, Runnable callback) {
        if (at == listeners.length) {
            callback.run();
            return;
        }
        AutoCloseable scope = null;
        try {
            scope = listeners[at].events.scope();
        } catch (Throwable thrown) {
            accident(listeners[at], "the callback runs without its scope", thrown);
        }
        try {
            run(at + 1, callback);
        } finally {
            if (scope != null) {
                close(listeners[at], scope);
            }
        }
    }

    private void close(Listener listener, AutoCloseable scope) {
        try {
            scope.close();
        } catch (Throwable thrown) {
            accident(listener, "its scope may not be closed", thrown);
        }
    }

    private void tell(Listener listener, Consumer<GrpcEvents> event) {
        try {
            event.accept(listener.events);
        } catch (Throwable thrown) {
            accident(listener, "the call goes on", thrown);
        }
    }

    private void accident(Listener listener, String what, Throwable thrown) {
        if (Statuses.deliberate(thrown) || thrown instanceof Error && !(thrown instanceof LinkageError)) {
            throw EventChain.<RuntimeException>asItIs(thrown);
        }
        if (listener.health.failClosed()) {
            listener.health.failed(operation, "the call is refused", thrown);
            throw guardFailed(listener.health, operation, thrown);
        }
        listener.health.failed(operation, what, thrown);
    }

    /** What refuses a call because a guard has failed. */
    static GrpcException guardFailed(ExtensionHealth health, Operation operation, Throwable cause) {
        return new GrpcException(
                GrpcStatus.Code.UNAVAILABLE.status("extension " + health.name() + " failed and guards " + operation),
                cause);
    }

    @SuppressWarnings("unchecked")
    static <T extends Throwable> T asItIs(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
