package dev.heddle.agent.call.grpc;

import dev.heddle.api.GrpcCall;
import dev.heddle.api.GrpcMethodName;
import dev.heddle.api.GrpcMethodType;
import dev.heddle.api.Operation;
import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What an interceptor sees of a call's method and requests: its own, or those that one further out has asked for. */
public abstract class RequestsView extends InterceptorTurn implements GrpcCall {
    private final RequestsView outer;
    private Wishes wishes;

    /**
     * A view.
     *
     * @param outer that of the interceptor further out, or {@code null}
     */
    RequestsView(InterceptedMethod method, RequestsView outer, int position) {
        super(method, position);
        this.outer = outer;
    }

    /** That of the outermost interceptor. */
    final RequestsView outermost() {
        RequestsView view = this;
        while (view.outer != null) {
            view = view.outer;
        }
        return view;
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

    // The method.

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
        for (RequestsView view = this; view != null; view = view.outer) {
            if (view.wishes != null && view.wishes.requests != null) {
                return view.wishes.requests;
            }
        }
        return null;
    }

    @Override
    public final List<Object> arguments() {
        for (RequestsView view = this; view != null; view = view.outer) {
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

    /** The requests for {@link #arguments()} of one who watches the call, or {@code null} if they are known anyway. */
    protected final Requests watchedRequests() {
        if (knownRequests() != null || methodType().requestStream()) {
            return null;
        }
        needWishes().watched = new Requests(false);
        return wishes.watched;
    }
}
