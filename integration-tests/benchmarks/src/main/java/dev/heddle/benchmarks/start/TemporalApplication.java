package dev.heddle.benchmarks.start;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.Collections;
import java.util.UUID;

/** A Temporal client and a worker, to the result of their first workflow: {@code TemporalApplication SERVER}. */
public final class TemporalApplication {
    private TemporalApplication() {}

    @WorkflowInterface
    public interface Greeting {
        @WorkflowMethod
        String greet(String name);
    }

    public static final class GreetingWorkflow implements Greeting {
        @Override
        public String greet(String name) {
            return "hello " + name;
        }
    }

    public static void main(String[] arguments) {
        int byHand = Integer.getInteger("interceptors", 0);
        String queue = UUID.randomUUID().toString();
        WorkflowServiceStubs service = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(arguments[0]).validateAndBuildWithDefaults());
        WorkflowClient client = WorkflowClient.newInstance(
                service,
                WorkflowClientOptions.newBuilder()
                        .setInterceptors(Collections.nCopies(byHand, new ClientByHand())
                                .toArray(WorkflowClientInterceptor[]::new))
                        .build());
        WorkerFactory factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(
                                Collections.nCopies(byHand, new WorkerByHand()).toArray(WorkerInterceptor[]::new))
                        .build());
        Worker worker = factory.newWorker(queue);
        worker.registerWorkflowImplementationTypes(GreetingWorkflow.class);
        factory.start();
        client.newWorkflowStub(
                        Greeting.class,
                        WorkflowOptions.newBuilder().setTaskQueue(queue).build())
                .greet("Ada");
        PeakMemory.print();
        Runtime.getRuntime().halt(0);
    }
}
