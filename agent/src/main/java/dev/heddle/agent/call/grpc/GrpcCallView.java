package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Completions;
import dev.heddle.agent.call.Link;
import dev.heddle.api.Attribute;
import dev.heddle.api.GrpcEvents;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * One interceptor's view of a call: what it can ask on a client and on a server alike. Each interceptor has its own, for
 * it may go on later, on another thread, or on a client again.
 */
public abstract class GrpcCallView extends RequestsView {
    /**
     * A view.
     *
     * @param outer that of the interceptor further out, or {@code null}
     */
    protected GrpcCallView(InterceptedMethod method, GrpcCallView outer, int position) {
        super(method, outer, position);
    }

    /** The views of one call are equal. */
    @Override
    public final boolean equals(Object other) {
        return other instanceof GrpcCallView view && view.outermost() == outermost();
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(outermost());
    }

    // What passes.

    @Override
    public final void events(GrpcEvents events) {
        Objects.requireNonNull(events, "events");
        mustNotHaveGoneOn();
        Wishes wanted = needWishes();
        wanted.events = wanted.events == null
                ? new InterceptorEvents(link().health(), operation(), events)
                : wanted.events.and(events);
    }

    @Override
    public final void onCompletion(BiConsumer<? super Object, ? super Throwable> done) {
        mustNotHaveGoneOn();
        Wishes wanted = needWishes();
        wanted.completions = new Completions(link().health(), operation(), done, wanted.completions);
    }

    private void mustNotHaveGoneOn() {
        if (progress() != null) {
            throw new IllegalStateException("the call has gone on, and what you ask for may have passed");
        }
    }

    /** Whether the interceptor has asked to be told of what passes. */
    protected final boolean watches() {
        Wishes wanted = wishes();
        return wanted != null && (wanted.events != null || wanted.completions != null);
    }

    // Values.

    @Override
    public final <T> T get(Attribute<T> attribute) {
        Wishes kept = outermost().wishes();
        return kept == null ? null : kept.attributes.get(attribute);
    }

    @Override
    public final <T> void set(Attribute<T> attribute, T value) {
        outermost().needWishes().attributes.set(attribute, value);
    }

    @Override
    public <T> void replace(Class<T> type, T replacement) {
        throw new IllegalArgumentException("a gRPC call goes on with no other " + type.getSimpleName());
    }

    // The way on.

    /** What comes of a response that is asked for when the call is over. */
    protected static ReadOnlyStage<Object> over() {
        ReadOnlyStage<Object> over = new ReadOnlyStage<>();
        over.bring(null, new EndedException(Status.CANCELLED.withDescription("the call is over"), new Metadata()));
        return over;
    }

    @Override
    protected final boolean accepts(Object response) {
        if (methodType().responseStream()) {
            return progress() == null ? response instanceof Iterable : response == null;
        }
        return acceptsMessage(response);
    }

    /** Whether this can be the one response. */
    private boolean acceptsMessage(Object response) {
        Object original = progress() == Progress.ASKED && asked().isDone() && !asked().isCompletedExceptionally()
                ? asked().getNow(null)
                : null;
        return response != null
                && Messages.fits(response, original, descriptor().getResponseMarshaller());
    }

    @Override
    protected final void threw(Throwable thrown) {
        needWishes().thrown = thrown;
    }

    @Override
    protected final Throwable thrown() {
        return wishes() == null ? null : wishes().thrown;
    }

    /** Begins something when the interceptor has returned: what comes of it meets an answer that is known. */
    protected final void whenReturned(Runnable begin) {
        needWishes().whenReturned = begin;
    }

    @Override
    final void beginAsked() {
        if (wishes() != null && wishes().whenReturned != null) {
            wishes().whenReturned.run();
        }
    }

    @Override
    protected final boolean wantsNothing() {
        return wishes() == null;
    }

    /** Skipped, it is told of nothing. */
    @Override
    protected final void forget() {
        if (wishes() != null) {
            wishes().events = null;
            wishes().completions = null;
        }
    }

    @Override
    protected final Object intercept(Link link) throws Throwable {
        return link.intercept(this);
    }

    @Override
    public final Object proceed() {
        return goOn();
    }
}
