package dev.heddle.agent.call.grpc.server;

import dev.heddle.agent.call.dropin.DropIn;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;

/** A drop-in that traces the streams of a server; where it has an accident, or is not wanted, nobody does. */
public final class DropInTracer extends ServerStreamTracer.Factory {
    private static final ServerStreamTracer NOBODY = new ServerStreamTracer() {};

    private final DropIn dropIn;

    public DropInTracer(DropIn dropIn) {
        this.dropIn = dropIn;
    }

    @Override
    public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
        Operation operation = Operation.of(Category.GRPC_SERVER, method, true);
        if (!dropIn.isFor(operation)) {
            return NOBODY;
        }
        dropIn.takesPart(operation);
        try {
            ServerStreamTracer tracer =
                    ((ServerStreamTracer.Factory) dropIn.object()).newServerStreamTracer(method, headers);
            if (tracer == null) {
                throw new NullPointerException(dropIn.object().getClass().getName() + " has made no tracer");
            }
            return tracer;
        } catch (Throwable accident) {
            dropIn.extension().failed(operation, "does not trace it", accident);
            return NOBODY;
        }
    }
}
