package io.grpc.testing.integration;

import dev.heddle.interop.ByHand;
import io.grpc.ManagedChannelBuilder;
import io.grpc.ServerBuilder;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.inprocess.InternalInProcessChannelBuilder;
import io.grpc.inprocess.InternalInProcessServerBuilder;

/** The suite without a network. */
public final class InProcessInterop extends AbstractInteropTest {
    private final String name = InProcessServerBuilder.generateName();

    @Override
    protected ServerBuilder<?> getServerBuilder() {
        InProcessServerBuilder builder = InProcessServerBuilder.forName(name);
        InternalInProcessServerBuilder.setStatsEnabled(builder, false);
        builder.addStreamTracerFactory(createCustomCensusTracerFactory());
        return builder.intercept(ByHand.SERVER);
    }

    @Override
    protected ManagedChannelBuilder<?> createChannelBuilder() {
        InProcessChannelBuilder builder = InProcessChannelBuilder.forName(name);
        InternalInProcessChannelBuilder.setStatsEnabled(builder, false);
        return builder.intercept(ByHand.CLIENT).intercept(createCensusStatsClientInterceptor());
    }

    @Override
    protected boolean metricsExpected() {
        return false; // Nothing is written, so there are no sizes to measure.
    }

    @Override
    protected boolean customCensusModulePresent() {
        return true;
    }

    @Override
    public void maxInboundSize_tooBig() {} // Nor to limit, here

    @Override
    public void maxOutboundSize_tooBig() {} // and here.

    @Override
    protected int operationTimeoutMillis() {
        return NettyInterop.PATIENCE_MILLIS;
    }
}
