package dev.heddle.realserver.server;

import com.google.protobuf.util.Durations;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.nexus.v1.EndpointSpec;
import io.temporal.api.nexus.v1.EndpointTarget;
import io.temporal.api.operatorservice.v1.CreateNexusEndpointRequest;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import orders.FraudEndpoint;
import orders.OrderApplication;
import org.awaitility.Awaitility;

/** What an operator does once: waits for the server, and gives it namespaces and Nexus endpoints. */
final class Operator implements AutoCloseable {
    private final WorkflowServiceStubs service;
    private final OperatorServiceStubs operator;

    Operator(String address) {
        service = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
        operator = OperatorServiceStubs.newServiceStubs(
                OperatorServiceStubsOptions.newBuilder().setTarget(address).validateAndBuildWithDefaults());
    }

    /** Waits until it serves; throws if it ends before or the time is over. */
    void await(BooleanSupplier alive, Duration patience) {
        Awaitility.await()
                .atMost(patience)
                .failFast("the server has ended", () -> !alive.getAsBoolean())
                .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                .untilAsserted(() -> service.connect(Duration.ofSeconds(1)));
    }

    void prepare() {
        register(TemporalServer.NAMESPACE);
        register(TemporalServer.OTHER_NAMESPACE);
        createEndpoint(FraudEndpoint.NAME, TemporalServer.NAMESPACE, OrderApplication.TASK_QUEUE);
    }

    private void register(String namespace) {
        try {
            service.blockingStub()
                    .registerNamespace(RegisterNamespaceRequest.newBuilder()
                            .setNamespace(namespace)
                            .setWorkflowExecutionRetentionPeriod(Durations.fromDays(1))
                            .build());
        } catch (StatusRuntimeException failure) {
            if (failure.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
                throw failure;
            }
        }
        // The server takes a moment to hear of its own namespace.
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                .untilAsserted(() -> service.blockingStub()
                        .countWorkflowExecutions(CountWorkflowExecutionsRequest.newBuilder()
                                .setNamespace(namespace)
                                .build()));
    }

    void createEndpoint(String name, String namespace, String taskQueue) {
        EndpointTarget.Worker worker = EndpointTarget.Worker.newBuilder()
                .setNamespace(namespace)
                .setTaskQueue(taskQueue)
                .build();
        operator.blockingStub()
                .createNexusEndpoint(CreateNexusEndpointRequest.newBuilder()
                        .setSpec(EndpointSpec.newBuilder()
                                .setName(name)
                                .setTarget(EndpointTarget.newBuilder().setWorker(worker)))
                        .build());
    }

    @Override
    public void close() {
        service.shutdownNow();
        operator.shutdownNow();
    }
}
