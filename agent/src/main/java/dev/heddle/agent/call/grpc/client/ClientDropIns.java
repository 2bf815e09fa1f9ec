package dev.heddle.agent.call.grpc.client;

import dev.heddle.agent.call.dropin.DropIn;
import dev.heddle.agent.call.dropin.DropIns;
import dev.heddle.agent.call.grpc.Refusals;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;

/** The drop-ins of a channel, as one of its interceptors. */
public final class ClientDropIns implements ClientInterceptor {
    private final DropIns dropIns;

    public ClientDropIns(DropIns dropIns) {
        this.dropIns = dropIns;
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        Operation operation = Operation.of(Category.GRPC_CLIENT, method.getFullMethodName(), true);
        Channel outermost = next;
        DropIn[] wanted = dropIns.of(operation);
        for (int i = wanted.length - 1; i >= 0; i--) {
            outermost = new Further(wanted[i], outermost, operation);
        }
        return outermost.newCall(method, options);
    }

    /** A drop-in with all that is further in. */
    private static final class Further extends Channel {
        private final DropIn dropIn;
        private final Channel next;
        private final Operation operation;

        Further(DropIn dropIn, Channel next, Operation operation) {
            this.dropIn = dropIn;
            this.next = next;
            this.operation = operation;
        }

        @Override
        public <Q, R> ClientCall<Q, R> newCall(MethodDescriptor<Q, R> method, CallOptions options) {
            dropIn.takesPart(operation);
            try {
                ClientCall<Q, R> call = ((ClientInterceptor) dropIn.object()).interceptCall(method, options, next);
                if (call == null) {
                    throw new NullPointerException(dropIn.object().getClass().getName() + " has made no call");
                }
                return call;
            } catch (Throwable thrown) {
                if (Refusals.isRefusal(thrown)) {
                    throw thrown;
                }
                dropIn.failed(operation, thrown);
                // A call that was made and not started is nothing yet.
                return next.newCall(method, options);
            }
        }

        @Override
        public String authority() {
            return next.authority();
        }
    }
}
