package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;

/** What the attempts of a client's call are made of, as the application gives it and interceptors change it. */
abstract class ClientTerms<Q, R> extends ForwardingClientCall<Q, R> implements Pass, ClientStep {
    private final Chain chain;
    private final MethodDescriptor<Q, R> method;
    private final Channel next;
    private CallOptions options;
    private Metadata headers;
    /** The one request. Of a stream, which has none: the thread that is starting the call, for each field costs. */
    private Object request;

    private volatile Extras extras;

    ClientTerms(Chain chain, MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        this.chain = chain;
        this.method = method;
        this.options = options;
        this.next = next;
    }

    @Override
    public Chain chain() {
        return chain;
    }

    @Override
    public MethodDescriptor<Q, R> method() {
        return method;
    }

    @Override
    public Step turn(int position) {
        return new ClientStep.Turn(pass(), position);
    }

    @Override
    public Extras extras() {
        return extras;
    }

    @Override
    public synchronized Extras needExtras() {
        if (extras == null) {
            extras = new Extras();
        }
        return extras;
    }

    @Override
    public Object oneRequest() {
        return request;
    }

    @Override
    public void oneRequest(Object message) {
        request = message;
    }

    /** The metadata that the next attempt sends. */
    Metadata metadata() {
        if (headers == null) {
            headers = new Metadata();
        }
        return headers;
    }

    final void metadata(Metadata metadata) {
        headers = metadata;
    }

    /** The metadata for one attempt to use up; another has its own. */
    final Metadata takeMetadata() {
        Metadata given = metadata();
        headers = null;
        if (!given.keys().isEmpty()) {
            headers = new Metadata();
            headers.merge(given);
        }
        return given;
    }

    /** The options of the next attempt. */
    CallOptions options() {
        if (extras != null && extras.source != null && extras.source[1] instanceof CallOptions replaced) {
            options = replaced;
        }
        return options;
    }

    void options(CallOptions changed) {
        options = changed;
        if (extras != null && extras.source != null) {
            extras.source[1] = changed;
        }
    }

    @Override
    public Object[] librarySource() {
        Extras extra = needExtras();
        if (extra.source == null) {
            extra.source = new Object[] {method, options, null};
        }
        extra.source[2] = metadata();
        return extra.source;
    }

    Channel channel() {
        return next;
    }
}
