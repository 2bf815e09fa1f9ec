package dev.heddle.benchmarks.call;

import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Between a gRPC client and its server. */
public enum Transport {
    /** In one process, on one thread: nothing but gRPC itself. */
    DIRECT {
        @Override
        public ServerBuilder<?> server() {
            return InProcessServerBuilder.forName("benchmark").directExecutor();
        }

        @Override
        public ManagedChannelBuilder<?> client(Server server) {
            return InProcessChannelBuilder.forName("benchmark").directExecutor();
        }
    },
    /** Over the network, as far as that can be in one machine. */
    LOOPBACK {
        @Override
        public ServerBuilder<?> server() {
            return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }

        @Override
        public ManagedChannelBuilder<?> client(Server server) {
            return NettyChannelBuilder.forAddress(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()))
                    .usePlaintext();
        }
    };

    public abstract ServerBuilder<?> server();

    public abstract ManagedChannelBuilder<?> client(Server server);
}
