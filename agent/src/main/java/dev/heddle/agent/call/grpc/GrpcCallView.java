package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Completions;
import dev.heddle.agent.call.Link;
import dev.heddle.api.Attribute;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcMethodName;
import dev.heddle.api.GrpcMethodType;
import dev.heddle.api.Operation;
import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/**
 * One interceptor's view of a call: what it can ask on a client and on a server alike. Each interceptor has its own, for
 * it may go on later, on another thread, or on a client again.
 */
public abstract class GrpcCallView extends InterceptorTurn implements GrpcCall {
    private final GrpcCallView outer;
    private Wishes wishes;

    /**
     * A view.
     *
     * @param outer that of the interceptor further out, or {@code null}
     */
    protected GrpcCallView(InterceptedMethod method, GrpcCallView outer, int position) {
        super(method, position);
        this.outer = outer;
    }

    /** The library's description of the method. */
    protected abstract MethodDescriptor<?, ?> descriptor();

    /** Puts the beginning of the real call off, if that has not happened; gives the requests that come meanwhile. */
    protected abstract Requests putOff();

    /** Has the requests of a call that is put off come, which an interceptor waits for. */
    protected abstract void requestsWanted();

    /** The requests of a call that has just gone on, without putting anything off. */
    protected abstract Requests watchRequests();

    /** None yet, of the side's own kind. */
    protected abstract Wishes newWishes();

    /** Whether this can be the one response. */
    protected final boolean acceptsMessage(Object response) {
        Object original = progress() == Progress.ASKED && asked().isDone() && !asked().isCompletedExceptionally()
                ? asked().getNow(null)
                : null;
        return response != null
                && Messages.fits(response, original, descriptor().getResponseMarshaller());
    }

    /** What the interceptor has asked for, or {@code null}. */
    protected final Wishes wishes() {
        return wishes;
    }

    /** What the interceptor has asked for, made if need be. */
    protected final synchronized Wishes needWishes() {
        if (wishes == null) {
            wishes = newWishes();
        }
        return wishes;
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

    @Override
    public final Operation operation() {
        return method().chain().operation();
    }

    @Override
    public final String name() {
        return operation().name();
    }

    @Override
    public final GrpcMethodName methodName() {
        return GrpcMethodName.parse(name());
    }

    @Override
    public final GrpcMethodType methodType() {
        return Messages.type(descriptor());
    }

    // Requests.

    @Override
    public final CompletionStage<Object> request() {
        if (methodType().requestStream()) {
            throw new UnsupportedOperationException("the requests of " + name() + " are a stream; see requests()");
        }
        Requests known = knownRequests();
        if (known != null) {
            return known.one();
        }
        boolean early = progress() == null;
        Requests requests = early ? putOff() : watchRequests();
        needWishes().requests = requests;
        CompletionStage<Object> one = requests.one();
        if (early) {
            requestsWanted();
        }
        return one;
    }

    @Override
    public final CompletionStage<List<Object>> requests() {
        Requests known = methodType().requestStream() ? null : knownRequests();
        if (known != null) {
            return known.all();
        }
        if (progress() != null) {
            throw new IllegalStateException("the call has gone on, and requests may have passed");
        }
        Requests all = putOff();
        needWishes().requests = all;
        CompletionStage<List<Object>> stage = all.all();
        requestsWanted();
        return stage;
    }

    /** Those that this interceptor or one further out has asked for, or {@code null}. */
    private Requests knownRequests() {
        for (GrpcCallView view = this; view != null; view = view.outer) {
            if (view.wishes != null && view.wishes.requests != null) {
                return view.wishes.requests;
            }
        }
        return null;
    }

    @Override
    public final List<Object> arguments() {
        for (GrpcCallView view = this; view != null; view = view.outer) {
            Wishes wanted = view.wishes;
            if (wanted != null && (wanted.requests != null || wanted.watched != null)) {
                return (wanted.requests == null ? wanted.watched : wanted.requests).arguments();
            }
        }
        return List.of();
    }

    @Override
    public final void setArguments(List<?> arguments) {
        if (progress() != null) {
            throw new IllegalStateException("the call has gone on");
        }
        List<Object> now = arguments();
        if (arguments.size() != now.size()) {
            throw new IllegalArgumentException(name() + " has " + now.size() + " arguments here, not "
                    + arguments.size() + "; the one request is there when request() says so");
        }
        if (now.isEmpty()) {
            return;
        }
        Object request = arguments.get(0);
        if (!Messages.fits(request, now.get(0), descriptor().getRequestMarshaller())) {
            throw new IllegalArgumentException(name() + " does not take "
                    + (request == null ? "null" : "a " + request.getClass().getName()));
        }
        Requests known = knownRequests();
        if (known == null) {
            throw new IllegalStateException("the request is passing; ask for it with request() to change it");
        }
        known.replace(request);
    }

    @Override
    protected boolean wasTold(Throwable failure) {
        Requests requests = knownRequests();
        return requests != null && requests.failedWith(failure);
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
        Objects.requireNonNull(done, "done");
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
        Wishes wanted = wishes;
        return wanted != null && (wanted.events != null || wanted.completions != null);
    }

    /** The requests for {@link #arguments()} of one who watches the call, or {@code null} if they are known anyway. */
    protected final Requests watchedRequests() {
        if (knownRequests() != null || methodType().requestStream()) {
            return null;
        }
        needWishes().watched = new Requests(false);
        return wishes.watched;
    }

    // Values.

    @Override
    public final <T> T get(Attribute<T> attribute) {
        Wishes kept = outermost().wishes;
        return kept == null ? null : kept.attributes.get(attribute);
    }

    @Override
    public final <T> void set(Attribute<T> attribute, T value) {
        outermost().needWishes().attributes.set(attribute, value);
    }

    private GrpcCallView outermost() {
        GrpcCallView view = this;
        while (view.outer != null) {
            view = view.outer;
        }
        return view;
    }

    @Override
    public <T> void replace(Class<T> type, T replacement) {
        throw new IllegalArgumentException("a gRPC call goes on with no other " + type.getSimpleName());
    }

    // The way on.

    @Override
    protected final void threw(Throwable thrown) {
        needWishes().thrown = thrown;
    }

    @Override
    protected final Throwable thrown() {
        return wishes == null ? null : wishes.thrown;
    }

    /** Begins something when the interceptor has returned: what comes of it meets an answer that is known. */
    protected final void whenReturned(Runnable begin) {
        needWishes().whenReturned = begin;
    }

    @Override
    final void beginAsked() {
        if (wishes != null && wishes.whenReturned != null) {
            wishes.whenReturned.run();
        }
    }

    @Override
    protected final boolean wantsNothing() {
        return wishes == null;
    }

    /** Skipped, it is told of nothing. */
    @Override
    protected final void forget() {
        if (wishes != null) {
            wishes.events = null;
            wishes.completions = null;
        }
    }

    @Override
    protected final Object intercept(Link link) throws Throwable {
        return link.interceptor().intercept(this);
    }

    @Override
    public final Object proceed() {
        return goOn();
    }
}
