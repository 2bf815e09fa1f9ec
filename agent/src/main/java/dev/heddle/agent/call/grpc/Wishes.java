package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Attributes;
import dev.heddle.agent.call.Completions;

/** What an interceptor has asked for besides going on; most ask for nothing and have none of these. */
public abstract class Wishes {
    /** The events it watches, or {@code null}. */
    InterceptorEvents events;
    /** Who is told of the outcome, or {@code null}. */
    Completions completions;
    /** The requests that it has asked for, or {@code null}. */
    Requests requests;
    /** The one request, for who watches the call, or {@code null}. */
    Requests watched;
    /** What begins when the interceptor has returned, or {@code null}. */
    Runnable whenReturned;
    /** What came out of {@code proceed()} as an exception. */
    Throwable thrown;
    /** The values of the call's interceptors, with the outermost. */
    final Attributes attributes = new Attributes();

    /** Nothing yet. */
    protected Wishes() {}

    /** The events it watches, or {@code null}. */
    public InterceptorEvents events() {
        return events;
    }

    /** Who is told of the outcome, or {@code null}. */
    public Completions completions() {
        return completions;
    }

    /** The requests that it has asked for, or {@code null}. */
    public Requests requests() {
        return requests;
    }
}
