package dev.heddle.realserver;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** An ordinary application of a test: a connection to the server, a client, and a worker on a task queue of its own. */
final class Application implements AutoCloseable {
    private final WorkflowServiceStubs service;
    private final WorkflowClient client;
    private final WorkerFactory factory;
    private final String taskQueue;
    private Worker worker;

    Application(String address, String namespace) {
        this(address, namespace, UUID.randomUUID().toString(), WorkerFactoryOptions.getDefaultInstance());
    }

    Application(String address, String namespace, String taskQueue, WorkerFactoryOptions options) {
        this.taskQueue = taskQueue;
        service = WorkflowServiceStubs.newConnectedServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build(), Duration.ofSeconds(20));
        client = WorkflowClient.newInstance(
                service,
                WorkflowClientOptions.newBuilder().setNamespace(namespace).build());
        factory = WorkerFactory.newInstance(client, options);
    }

    WorkflowServiceStubs service() {
        return service;
    }

    WorkflowClient client() {
        return client;
    }

    String taskQueue() {
        return taskQueue;
    }

    /** The worker, which may have options of its own when it is first asked for. */
    Worker worker(WorkerOptions options) {
        if (worker == null) {
            worker = factory.newWorker(taskQueue, options);
        }
        return worker;
    }

    Worker worker() {
        return worker(WorkerOptions.getDefaultInstance());
    }

    Application workflows(Class<?>... implementations) {
        worker().registerWorkflowImplementationTypes(implementations);
        return this;
    }

    Application activities(Object... implementations) {
        worker().registerActivitiesImplementations(implementations);
        return this;
    }

    /** Starts the worker, once it knows its workflows and activities. */
    void start() {
        factory.start();
    }

    /** Options for a workflow on this application's task queue, with an ID of its own. */
    WorkflowOptions options() {
        return WorkflowOptions.newBuilder()
                .setTaskQueue(taskQueue)
                .setWorkflowId(UUID.randomUUID().toString())
                .setWorkflowExecutionTimeout(Duration.ofMinutes(2))
                .build();
    }

    <T> T workflow(Class<T> type) {
        return client.newWorkflowStub(type, options());
    }

    @Override
    public void close() {
        factory.shutdownNow();
        service.shutdownNow();
        service.awaitTermination(5, TimeUnit.SECONDS);
    }
}
