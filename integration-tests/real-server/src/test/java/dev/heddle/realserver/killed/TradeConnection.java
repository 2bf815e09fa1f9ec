package dev.heddle.realserver.killed;

import io.grpc.ClientInterceptor;
import io.grpc.StatusRuntimeException;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.List;

/** The connection of a process of the trade. A busy machine is not to be the reason why it fails. */
final class TradeConnection {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private TradeConnection() {}

    static WorkflowServiceStubs open(String address, ClientInterceptor... interceptors) {
        WorkflowServiceStubsOptions options = WorkflowServiceStubsOptions.newBuilder()
                .setTarget(address)
                .setGrpcClientInterceptors(List.of(interceptors))
                .setRpcTimeout(PATIENCE)
                .build();
        while (true) {
            try {
                return WorkflowServiceStubs.newConnectedServiceStubs(options, PATIENCE);
            } catch (StatusRuntimeException busy) {
                System.out.println("not connected yet: " + busy.getMessage());
            }
        }
    }
}
