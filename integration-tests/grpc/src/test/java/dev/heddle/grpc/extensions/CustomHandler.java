package dev.heddle.grpc.extensions;

import static dev.heddle.api.Selector.GRPC_SERVER;

import dev.heddle.api.Extension;
import dev.heddle.api.GrpcException;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import java.util.concurrent.CompletableFuture;

/** An extension that decides on one exception itself; it stands further in than {@code grpc-status}. */
public final class CustomHandler implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(
                GRPC_SERVER,
                call -> call.response().exceptionallyCompose(failure -> {
                    Throwable handlers = failure.getCause() == null ? failure : failure.getCause();
                    return CompletableFuture.failedFuture(
                            handlers instanceof ArithmeticException
                                    ? new GrpcException.DataLoss(handlers.getMessage())
                                    : failure);
                }));
    }

    @Override
    public int order() {
        return 200;
    }
}
