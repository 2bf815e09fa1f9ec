package dev.heddle.agent.call.grpc;

import dev.heddle.api.GrpcStatus;
import dev.heddle.api.Headers;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.function.Consumer;

/** A call as its events see it: everything that passes goes by those who listen, if anybody does. */
interface Watched {
    MethodDescriptor<?, ?> method();

    /** Whether there can be any number of requests. */
    default boolean requestStream() {
        return !method().getType().clientSendsOneMessage();
    }

    /** Whether there can be any number of responses. */
    default boolean responseStream() {
        return !method().getType().serverSendsOneMessage();
    }

    /** Ends the call with what the interceptors answer, if it has not ended. */
    void finish(Object value, Throwable failure);

    /** What only some calls have, or {@code null}. */
    Extras extras();

    /** The events that interceptors listen to, or {@code null}. */
    default EventChain events() {
        Extras extras = extras();
        return extras == null ? null : extras.events;
    }

    /** Tells of an event; says whether that has ended the call. */
    default boolean refused(Consumer<EventChain> event) {
        EventChain events = events();
        if (events != null) {
            try {
                event.accept(events);
            } catch (RuntimeException refusal) {
                finish(null, refusal);
                return true;
            }
        }
        return false;
    }

    /** A request as it goes on; {@code null} if it is dropped, or has ended the call. */
    default Object passRequest(Object message) {
        EventChain events = events();
        if (events == null) {
            return message;
        }
        try {
            return events.request(message, method().getRequestMarshaller(), requestStream());
        } catch (RuntimeException refusal) {
            finish(null, refusal);
            return null;
        }
    }

    /** A response as it goes on; {@code null} if it is dropped, or has ended the call. */
    default Object passResponse(Object message, int eventsFrom) {
        EventChain events = events();
        if (events == null) {
            return message;
        }
        boolean stream = responseStream();
        try {
            // The messages of a stream pass everybody at once, for the stage tells only of the end.
            return events.response(message, stream ? 0 : eventsFrom, method().getResponseMarshaller(), stream);
        } catch (RuntimeException refusal) {
            finish(null, refusal);
            return null;
        }
    }

    /** The status as it goes on. */
    default Status passStatus(Status status, Headers trailers, int eventsFrom) {
        EventChain events = events();
        if (events == null) {
            return status;
        }
        try {
            GrpcStatus before = Statuses.of(status);
            GrpcStatus after = events.close(before, trailers, eventsFrom);
            return after.equals(before) ? status : Statuses.of(after);
        } catch (RuntimeException refusal) {
            return Statuses.of(refusal);
        }
    }

    /** Runs a callback into the application with what the interceptors attach. */
    default void callback(Runnable callback) {
        EventChain events = events();
        if (events == null) {
            callback.run();
        } else {
            events.run(callback);
        }
    }

    /** Whether someone wants to be told how the call ends. */
    default boolean completions() {
        Extras extras = extras();
        return extras != null && extras.completions != null;
    }

    /** Tells those who asked how the call has ended. */
    default void complete(Object result, Throwable failure) {
        Extras extras = extras();
        if (extras != null && extras.completions != null) {
            extras.completions.accept(responseStream() ? null : result, failure);
        }
    }
}
