package dev.heddle.testing.temporal;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Temporal's in-memory server with a worker and a client, in a namespace of its own. Describe it first; the server
 * starts when it is first asked for, the worker with the first workflow that is asked for. Thread-safe.
 */
public final class TemporalEnvironment implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Executor inSession;
    private final String namespace = "heddle-test-" + NUMBER.incrementAndGet();
    private final AtomicInteger workflows = new AtomicInteger();
    private UnaryOperator<TestEnvironmentOptions.Builder> options = builder -> builder;
    private TestWorkflowEnvironment environment;
    private Worker worker;

    /** Made by the kit; what it makes belongs to the executor's session. */
    public TemporalEnvironment(Executor inSession) {
        this.inSession = inSession;
    }

    /** Says whether time skips what workflows wait for, as it does by default. */
    public TemporalEnvironment timeSkipping(boolean skipping) {
        return options(builder -> builder.setUseTimeskipping(skipping));
    }

    /**
     * Changes the options, among which the namespace is given.
     *
     * @throws IllegalStateException if the server has started
     */
    public synchronized TemporalEnvironment options(UnaryOperator<TestEnvironmentOptions.Builder> change) {
        if (environment != null) {
            throw new IllegalStateException("the environment is there already");
        }
        UnaryOperator<TestEnvironmentOptions.Builder> earlier = options;
        options = builder -> change.apply(earlier.apply(builder));
        return this;
    }

    /** The SDK's environment. */
    public synchronized TestWorkflowEnvironment environment() {
        if (environment == null) {
            inSession.execute(() -> environment = TestWorkflowEnvironment.newInstance(inNamespace()));
        }
        return environment;
    }

    private TestEnvironmentOptions inNamespace() {
        TestEnvironmentOptions chosen =
                options.apply(TestEnvironmentOptions.newBuilder()).build();
        WorkflowClientOptions client = WorkflowClientOptions.newBuilder(chosen.getWorkflowClientOptions())
                .setNamespace(namespace)
                .build();
        return TestEnvironmentOptions.newBuilder(chosen)
                .setWorkflowClientOptions(client)
                .build();
    }

    /** The namespace of this environment, which no other has. */
    public String namespace() {
        return namespace;
    }

    /** The task queue of the worker. */
    public String taskQueue() {
        return namespace;
    }

    /** The client. */
    public WorkflowClient client() {
        return environment().getWorkflowClient();
    }

    /** The worker, which starts with the first {@link #workflow}. */
    public synchronized Worker worker() {
        if (worker == null) {
            TestWorkflowEnvironment started = environment();
            inSession.execute(() -> worker = started.newWorker(taskQueue()));
        }
        return worker;
    }

    /** Registers implementations of workflows with the worker. */
    public TemporalEnvironment workflows(Class<?>... implementations) {
        worker().registerWorkflowImplementationTypes(implementations);
        return this;
    }

    /** Registers activities with the worker. */
    public TemporalEnvironment activities(Object... implementations) {
        worker().registerActivitiesImplementations(implementations);
        return this;
    }

    /** A new workflow for the worker, with an ID of its own, and the worker started. */
    public <T> T workflow(Class<T> type) {
        worker();
        environment().start();
        return client().newWorkflowStub(
                        type,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(taskQueue())
                                .setWorkflowId(namespace + "-" + workflows.incrementAndGet())
                                .build());
    }

    @Override
    public synchronized void close() {
        if (environment != null) {
            environment.close();
        }
    }
}
