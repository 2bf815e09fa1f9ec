package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;

/** What a server's call is about, as the library gives it and interceptors see or change it. */
abstract class ServerTerms<Q, R> extends ServerState<Q> implements Pass, ServerStep {
    private final Chain chain;
    private final ServerCall<Q, R> call;
    private final Metadata headers;
    private Object request;
    private volatile Extras extras;

    ServerTerms(Chain chain, ServerCall<Q, R> call, Metadata headers) {
        this.chain = chain;
        this.call = call;
        this.headers = headers;
        MethodDescriptor.MethodType type = call.getMethodDescriptor().getType();
        setAlone((type.clientSendsOneMessage() ? 0 : REQUEST_STREAM)
                | (type.serverSendsOneMessage() ? 0 : RESPONSE_STREAM));
    }

    @Override
    public final boolean requestStream() {
        return is(REQUEST_STREAM);
    }

    @Override
    public final boolean responseStream() {
        return is(RESPONSE_STREAM);
    }

    @Override
    public Chain chain() {
        return chain;
    }

    @Override
    public MethodDescriptor<Q, R> method() {
        return call.getMethodDescriptor();
    }

    @Override
    public Step turn(int position) {
        return new ServerStep.Turn(pass(), position);
    }

    ServerCall<Q, R> call() {
        return call;
    }

    Metadata metadata() {
        return headers;
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
}
