package io.grpc.testing.integration;

import dev.heddle.interop.ByHand;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ServerBuilder;
import io.grpc.okhttp.InternalOkHttpChannelBuilder;
import io.grpc.okhttp.InternalOkHttpServerBuilder;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.okhttp.OkHttpServerBuilder;
import java.net.InetSocketAddress;

/** The suite over OkHttp, which is what Android has. */
public final class OkHttpInterop extends AbstractInteropTest {
    @Override
    protected ServerBuilder<?> getServerBuilder() {
        OkHttpServerBuilder builder = OkHttpServerBuilder.forPort(0, InsecureServerCredentials.create())
                .flowControlWindow(TEST_FLOW_CONTROL_WINDOW)
                .maxInboundMessageSize(MAX_MESSAGE_SIZE);
        InternalOkHttpServerBuilder.setStatsEnabled(builder, false);
        builder.addStreamTracerFactory(createCustomCensusTracerFactory());
        return builder.intercept(ByHand.SERVER);
    }

    @Override
    protected ManagedChannelBuilder<?> createChannelBuilder() {
        int port = ((InetSocketAddress) getListenAddress()).getPort();
        OkHttpChannelBuilder builder = OkHttpChannelBuilder.forAddress(
                        "localhost", port, InsecureChannelCredentials.create())
                .maxInboundMessageSize(MAX_MESSAGE_SIZE);
        InternalOkHttpChannelBuilder.setStatsEnabled(builder, false);
        return builder.intercept(ByHand.CLIENT).intercept(createCensusStatsClientInterceptor());
    }

    @Override
    protected int operationTimeoutMillis() {
        return NettyInterop.PATIENCE_MILLIS;
    }
}
