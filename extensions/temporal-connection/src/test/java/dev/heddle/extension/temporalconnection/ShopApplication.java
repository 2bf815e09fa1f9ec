package dev.heddle.extension.temporalconnection;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** An application that connects to a development server, in plain text, and knows of no other. */
final class ShopApplication implements AutoCloseable {
    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;
    private final WorkerFactory factory;

    /** A workflow. */
    @WorkflowInterface
    public interface Order {
        @WorkflowMethod
        String place(String what);
    }

    /** Takes orders. */
    public static final class OrderImpl implements Order {
        @Override
        public String place(String what) {
            return "one " + what;
        }
    }

    ShopApplication(String target) {
        stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
        client = WorkflowClient.newInstance(stubs);
        factory = WorkerFactory.newInstance(client);
        factory.newWorker("orders").registerWorkflowImplementationTypes(OrderImpl.class);
    }

    ShopApplication start() {
        factory.start();
        return this;
    }

    String order(String what) {
        return client.newWorkflowStub(
                        Order.class,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue("orders")
                                .setWorkflowRunTimeout(Duration.ofMinutes(5))
                                .build())
                .place(what);
    }

    /** The namespace that it is in. */
    String namespace() {
        return client.getOptions().getNamespace();
    }

    @Override
    public void close() {
        factory.shutdownNow();
        stubs.shutdownNow();
    }
}
