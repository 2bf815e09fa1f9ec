package io.grpc.testing.integration;

import dev.heddle.interop.ByHand;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ServerBuilder;
import io.grpc.netty.InternalNettyChannelBuilder;
import io.grpc.netty.InternalNettyServerBuilder;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The suite over Netty. */
public final class NettyInterop extends AbstractInteropTest {
    /** For an operation of the suite, on a machine with other things to do. */
    static final int PATIENCE_MILLIS = 30_000;

    @Override
    protected ServerBuilder<?> getServerBuilder() {
        NettyServerBuilder builder = NettyServerBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), InsecureServerCredentials.create())
                .flowControlWindow(TEST_FLOW_CONTROL_WINDOW)
                .maxInboundMessageSize(MAX_MESSAGE_SIZE);
        InternalNettyServerBuilder.setStatsEnabled(builder, false);
        builder.addStreamTracerFactory(createCustomCensusTracerFactory());
        return builder.intercept(ByHand.SERVER);
    }

    @Override
    protected ManagedChannelBuilder<?> createChannelBuilder() {
        NettyChannelBuilder builder = NettyChannelBuilder.forAddress(
                        getListenAddress(), InsecureChannelCredentials.create())
                .flowControlWindow(TEST_FLOW_CONTROL_WINDOW)
                .maxInboundMessageSize(MAX_MESSAGE_SIZE);
        InternalNettyChannelBuilder.setStatsEnabled(builder, false);
        return builder.intercept(ByHand.CLIENT).intercept(createCensusStatsClientInterceptor());
    }

    @Override
    protected int operationTimeoutMillis() {
        return PATIENCE_MILLIS;
    }
}
