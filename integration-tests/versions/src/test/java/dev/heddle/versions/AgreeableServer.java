package dev.heddle.versions;

import io.grpc.BindableService;
import io.grpc.HandlerRegistry;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.Server;
import io.grpc.ServerMethodDefinition;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.stub.ServerCalls;
import io.temporal.api.schedule.v1.ScheduleAction;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflow.v1.NewWorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeScheduleResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * A Temporal server that agrees to everything and does nothing, for requests that the in-memory server refuses:
 * schedules, lists of workflows, activities and Nexus operations without a workflow.
 */
final class AgreeableServer implements AutoCloseable {
    private final Server server;

    AgreeableServer() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(health())
                .fallbackHandlerRegistry(new EveryMethod())
                .build()
                .start();
    }

    /** Old clients ask for it before they go on. */
    private static BindableService health() {
        HealthStatusManager health = new HealthStatusManager();
        health.setStatus(WorkflowServiceGrpc.SERVICE_NAME, HealthCheckResponse.ServingStatus.SERVING);
        return health.getHealthService();
    }

    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    /** Answers each with an empty response. */
    private static final class EveryMethod extends HandlerRegistry {
        @Override
        public ServerMethodDefinition<?, ?> lookupMethod(String name, String authority) {
            return WorkflowServiceGrpc.getServiceDescriptor().getMethods().stream()
                    .filter(method -> method.getFullMethodName().equals(name))
                    .findFirst()
                    .map(EveryMethod::answer)
                    .orElse(null);
        }

        private static <I, O> ServerMethodDefinition<I, O> answer(MethodDescriptor<I, O> method) {
            O response = ((PrototypeMarshaller<O>) method.getResponseMarshaller()).getMessagePrototype();
            return ServerMethodDefinition.create(method, ServerCalls.asyncUnaryCall((request, responses) -> {
                responses.onNext(filled(response));
                responses.onCompleted();
            }));
        }

        /** A client that updates a schedule asks first what it does. */
        @SuppressWarnings("unchecked") // The same type as before.
        private static <O> O filled(O response) {
            if (!(response instanceof DescribeScheduleResponse description)) {
                return response;
            }
            DescribeScheduleResponse.Builder filled = description.toBuilder();
            filled.getScheduleBuilder()
                    .setAction(ScheduleAction.newBuilder()
                            .setStartWorkflow(NewWorkflowExecutionInfo.newBuilder()
                                    .setWorkflowId("scheduled")
                                    .setTaskQueue(TaskQueue.newBuilder().setName("sample"))));
            return (O) filled.build();
        }
    }
}
