package dev.heddle.extension.payloadstore;

import com.google.protobuf.Message;
import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.GrpcException;
import dev.heddle.api.Interceptor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The calls of the SDK to Temporal's service: what leaves has references, and what comes has none. A call waits for the
 * store within its deadline; its thread is gRPC's own affair.
 */
final class ServiceCalls implements Interceptor<GrpcClientCall> {
    static final String METHODS = "temporal.api.workflowservice.v1.WorkflowService/*";

    private final Exchange exchange;

    ServiceCalls(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public Object intercept(GrpcClientCall call) {
        return call.request()
                .thenCompose(request -> store(call, (Message) request))
                .thenCompose(this::fetch);
    }

    private CompletionStage<Object> store(GrpcClientCall call, Message request) {
        CompletableFuture<Message> stored = exchange.store(request);
        return stored.handle((message, failure) -> {
                    if (failure != null) {
                        Throwable cause = failure instanceof StoreException ? failure : failure.getCause();
                        throw new GrpcException.Unavailable(String.valueOf(cause.getMessage()));
                    }
                    return message;
                })
                .thenCompose(message -> {
                    if (message != request) {
                        call.setArgument(0, message);
                    }
                    return call.response();
                });
    }

    private CompletionStage<Object> fetch(Object response) {
        return response instanceof Message message
                ? exchange.fetch(message).<Object>thenApply(fetched -> fetched)
                : CompletableFuture.completedFuture(response);
    }
}
