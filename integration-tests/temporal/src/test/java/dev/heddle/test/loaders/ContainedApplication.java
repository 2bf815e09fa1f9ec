package dev.heddle.test.loaders;

import dev.heddle.test.CustomerApplication;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** An application of the {@link Container}: runs one workflow and stops all that it has started. */
public final class ContainedApplication implements UnaryOperator<String> {
    @Override
    public String apply(String address) {
        WorkflowServiceStubs server = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
        WorkflowClient client = WorkflowClient.newInstance(server);
        WorkerFactory factory = WorkerFactory.newInstance(client);
        String queue = toString();
        factory.newWorker(queue).registerWorkflowImplementationTypes(CustomerApplication.GreetingImpl.class);
        factory.start();
        try {
            return client.newWorkflowStub(
                            CustomerApplication.Greeting.class,
                            WorkflowOptions.newBuilder().setTaskQueue(queue).build())
                    .greet("container");
        } finally {
            factory.shutdownNow();
            factory.awaitTermination(10, TimeUnit.SECONDS);
            server.shutdownNow();
            server.awaitTermination(10, TimeUnit.SECONDS);
        }
    }
}
