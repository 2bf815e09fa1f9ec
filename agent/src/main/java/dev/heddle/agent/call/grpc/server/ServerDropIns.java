package dev.heddle.agent.call.grpc.server;

import dev.heddle.agent.call.dropin.DropIn;
import dev.heddle.agent.call.dropin.DropIns;
import dev.heddle.agent.call.grpc.Refusals;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** The drop-ins of a server, as one of its interceptors. */
public final class ServerDropIns implements ServerInterceptor {
    private final DropIns dropIns;

    public ServerDropIns(DropIns dropIns) {
        this.dropIns = dropIns;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        Operation operation =
                Operation.of(Category.GRPC_SERVER, call.getMethodDescriptor().getFullMethodName(), true);
        ServerCallHandler<Q, R> outermost = next;
        DropIn[] wanted = dropIns.of(operation);
        for (int i = wanted.length - 1; i >= 0; i--) {
            outermost = new Further<>(wanted[i], outermost, operation);
        }
        return outermost.startCall(call, headers);
    }

    /** A drop-in with all that is further in, for one call. */
    private static final class Further<Q, R> implements ServerCallHandler<Q, R> {
        private final DropIn dropIn;
        private final ServerCallHandler<Q, R> next;
        private final Operation operation;
        private boolean entered;
        private boolean answered;
        private ServerCall.Listener<Q> seen;
        private Throwable seenFailure;

        Further(DropIn dropIn, ServerCallHandler<Q, R> next, Operation operation) {
            this.dropIn = dropIn;
            this.next = next;
            this.operation = operation;
        }

        @Override
        public ServerCall.Listener<Q> startCall(ServerCall<Q, R> call, Metadata headers) {
            ServerCall<Q, R> watched = new SimpleForwardingServerCall<>(call) {
                @Override
                public void close(Status status, Metadata trailers) {
                    answered = true;
                    super.close(status, trailers);
                }
            };
            dropIn.takesPart(operation);
            try {
                ServerCall.Listener<Q> listener =
                        ((ServerInterceptor) dropIn.object()).interceptCall(watched, headers, this::goOn);
                if (listener == null) {
                    throw new NullPointerException(dropIn.object().getClass().getName() + " has given no listener");
                }
                return listener;
            } catch (Throwable thrown) {
                if (thrown == seenFailure || Refusals.isRefusal(thrown)) {
                    throw thrown;
                }
                dropIn.failed(operation, thrown);
                return instead(call, headers, thrown);
            }
        }

        /** No call runs twice, and none that is refused: where it has ended, or the handler has been there, that stands. */
        private ServerCall.Listener<Q> instead(ServerCall<Q, R> call, Metadata headers, Throwable accident) {
            if (seen != null) {
                return seen;
            }
            if (answered) {
                return new ServerCall.Listener<>() {};
            }
            if (!entered) {
                return next.startCall(call, headers);
            }
            throw new IllegalStateException(seenFailure == null ? accident : seenFailure);
        }

        private ServerCall.Listener<Q> goOn(ServerCall<Q, R> call, Metadata headers) {
            entered = true;
            try {
                seen = next.startCall(call, headers);
                return seen;
            } catch (RuntimeException | Error failure) {
                seenFailure = failure;
                throw failure;
            }
        }
    }
}
