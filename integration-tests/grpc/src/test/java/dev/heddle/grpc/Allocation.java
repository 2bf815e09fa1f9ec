package dev.heddle.grpc;

import com.sun.management.ThreadMXBean;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import java.lang.management.ManagementFactory;

/**
 * Counts the bytes of a unary call, client and server together on one thread. Run without a compiler, which leaves out
 * what it likes, the count is the same on every machine. The arguments are the service's name, and {@code by-hand} for
 * a pair of the library's own interceptors that do nothing.
 */
final class Allocation {
    private static final int CALLS = 100;

    private Allocation() {}

    public static void main(String[] arguments) throws Exception {
        MethodDescriptor<String, String> method = DummyService.method(arguments[0], "Method", MethodType.UNARY);
        InProcessServerBuilder serving = InProcessServerBuilder.forName("allocation")
                .directExecutor()
                .addService(ServerServiceDefinition.builder(arguments[0])
                        .addMethod(
                                method,
                                ServerCalls.asyncUnaryCall(
                                        (String request, io.grpc.stub.StreamObserver<String> responses) -> {
                                            responses.onNext(request);
                                            responses.onCompleted();
                                        }))
                        .build());
        InProcessChannelBuilder calling =
                InProcessChannelBuilder.forName("allocation").directExecutor();
        if (arguments.length > 1) {
            serving.intercept(new ServerByHand());
            calling.intercept(new ClientByHand());
        }
        Server server = serving.build().start();
        ManagedChannel channel = calling.build();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        call(channel, method);
        long before = threads.getThreadAllocatedBytes(thread);
        call(channel, method);
        System.out.println((threads.getThreadAllocatedBytes(thread) - before) / CALLS);
        channel.shutdownNow();
        server.shutdownNow();
    }

    private static void call(Channel channel, MethodDescriptor<String, String> method) {
        for (int i = 0; i < CALLS; i++) {
            ClientCalls.blockingUnaryCall(channel, method, CallOptions.DEFAULT, "foo");
        }
    }

    /**
     * Each of its objects reaches the interceptor, as one that did something would; otherwise some compilers leave the
     * reference out, and eight bytes with it.
     */
    private static final class ClientByHand implements ClientInterceptor {
        @Override
        public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
            return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
                @Override
                public void start(Listener<R> listener, Metadata headers) {
                    super.start(
                            new SimpleForwardingClientCallListener<>(listener) {
                                @Override
                                public String toString() {
                                    return "listener of " + ClientByHand.this;
                                }
                            },
                            headers);
                }

                @Override
                public String toString() {
                    return "call of " + ClientByHand.this;
                }
            };
        }
    }

    private static final class ServerByHand implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
            ServerCall<Q, R> seen = new SimpleForwardingServerCall<>(call) {
                @Override
                public String toString() {
                    return "call of " + ServerByHand.this;
                }
            };
            return new SimpleForwardingServerCallListener<>(next.startCall(seen, headers)) {
                @Override
                public String toString() {
                    return "listener of " + ServerByHand.this;
                }
            };
        }
    }
}
