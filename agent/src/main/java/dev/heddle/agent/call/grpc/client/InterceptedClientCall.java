package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.OwnFrames;
import dev.heddle.agent.call.grpc.InterceptedMethod;
import dev.heddle.agent.call.grpc.InterceptedMethods;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;

/**
 * An intercepted call, as the application has it. The chain runs as the call starts; everything else goes to the
 * library's own call, which was made when the application asked for one, or to what an interceptor needs in front of it.
 */
final class InterceptedClientCall<Q, R> extends ClientCallLayer<Q, R> implements CallMaker<Q, R> {
    private final MethodDescriptor<Q, R> descriptor;
    private final Channel next;
    /** The method; all those of the channel once the call is started, or is being so. One field costs no call more bytes. */
    private Object methodOrAll;
    /** Those of the library's first call, {@code null} once that is used or given up. */
    private CallOptions options;

    InterceptedClientCall(
            ClientCall<Q, R> call,
            InterceptedMethod method,
            MethodDescriptor<Q, R> descriptor,
            CallOptions options,
            Channel next) {
        super(call);
        this.methodOrAll = method;
        this.descriptor = descriptor;
        this.options = options;
        this.next = next;
    }

    @Override
    public void start(Listener<R> listener, Metadata headers) {
        if (!(methodOrAll instanceof InterceptedMethod intercepted) || listener == null || headers == null) {
            // Misuse, which the library tells in its own words.
            misuse(listener, headers);
            return;
        }
        CallOptions given = options;
        ClientCall<Q, R> unstarted = delegate();
        methodOrAll = intercepted.methods();
        try {
            ClientInterception.begin(intercepted, null, 0, new ApplicationListener<>(listener, this), headers, given);
        } catch (Throwable thrown) {
            // The interceptors' part is over, and the application may try to start the call again.
            methodOrAll = intercepted;
            options = given;
            delegate(unstarted);
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    private void misuse(Listener<R> listener, Metadata headers) {
        try {
            delegate().start(listener, headers);
        } catch (Throwable thrown) {
            OwnFrames.remove(thrown);
            throw thrown;
        }
    }

    @Override
    public ClientCall<Q, R> newCall(CallOptions wanted, ClientCall<Q, R> unstarted) {
        if (wanted == options) {
            options = null;
            return unstarted;
        }
        giveUp(unstarted);
        return next.newCall(descriptor, wanted);
    }

    @Override
    public void giveUp(ClientCall<Q, R> unstarted) {
        if (options != null) {
            options = null;
            try {
                unstarted.cancel("an interceptor lets the call go on another way", null);
            } catch (RuntimeException ofTheApplication) {
                // One of its interceptors takes no cancellation before the start; the call never begins.
            }
        }
    }

    @Override
    public MethodDescriptor<Q, R> descriptor() {
        return descriptor;
    }

    @Override
    public InterceptedMethods methods() {
        // A call whose start threw may be started again, and what had begun by then may still end.
        return methodOrAll instanceof InterceptedMethod method ? method.methods() : (InterceptedMethods) methodOrAll;
    }

    @Override
    public String authority() {
        return next.authority();
    }

    @Override
    CallMaker<Q, R> maker() {
        return this;
    }
}
