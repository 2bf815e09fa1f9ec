package dev.heddle.test;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import io.temporal.activity.DynamicActivity;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.EncodedValues;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;

/** An application whose workflows and activities are lambdas of the tests, with the in-memory server. */
public final class Sandbox implements AutoCloseable {
    public static final String QUEUE = "sandbox";

    static {
        // A busy machine takes its time, and a test that waits for nothing fails at once.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    private static final Map<String, Script> WORKFLOWS = new ConcurrentHashMap<>();
    private static final Map<String, Script> ACTIVITIES = new ConcurrentHashMap<>();

    private TestWorkflowEnvironment environment;
    private boolean closed;

    /** The code of a workflow or an activity. */
    @FunctionalInterface
    public interface Script {
        Object run(EncodedValues arguments);
    }

    /** Runs the script of its workflow ID. */
    public static final class ScriptedWorkflow implements DynamicWorkflow {
        @Override
        public Object execute(EncodedValues arguments) {
            return WORKFLOWS.get(Workflow.getInfo().getWorkflowId()).run(arguments);
        }
    }

    /** Runs the script of its workflow ID and type. */
    public static final class ScriptedActivity implements DynamicActivity {
        @Override
        public Object execute(EncodedValues arguments) {
            ActivityInfo info = Activity.getExecutionContext().getInfo();
            return ACTIVITIES.get(info.getWorkflowId() + info.getActivityType()).run(arguments);
        }
    }

    private static final class Shared {
        static final Sandbox SANDBOX = new Sandbox(WorkerFactoryOptions.getDefaultInstance());
    }

    public Sandbox(WorkerFactoryOptions options) {
        InProcessAgent.make(() -> open(options));
    }

    private void open(WorkerFactoryOptions options) {
        environment = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(options)
                // Skipping would also pass the time of a workflow that waits for its test.
                .setUseTimeskipping(false)
                .build());
        Worker worker = environment.newWorker(QUEUE, Patience.WORKER);
        worker.registerWorkflowImplementationTypes(ScriptedWorkflow.class);
        worker.registerActivitiesImplementations(new ScriptedActivity());
        environment.start();
    }

    /** One for all tests, which ends with the JVM. */
    public static Sandbox shared() {
        return Shared.SANDBOX;
    }

    /** One whose worker keeps one workflow in its cache. */
    public static Sandbox forgetful() {
        return new Sandbox(
                WorkerFactoryOptions.newBuilder().setWorkflowCacheSize(1).build());
    }

    /** Has another workflow run until the one in the cache is gone, which will have to be replayed. */
    public void forgetUntil(Callable<Boolean> gone) {
        Awaitility.await().until(() -> {
            // A timer takes a second task, between which it is in the cache.
            WorkflowStub other = workflow(arguments -> {
                Workflow.sleep(Duration.ofMillis(50));
                return null;
            });
            other.start();
            other.getResult(Void.class);
            return gone.call();
        });
    }

    public WorkflowClient client() {
        return environment.getWorkflowClient();
    }

    /** A workflow of type {@code Script} that is not started yet. */
    public WorkflowStub workflow(Script script) {
        String id = UUID.randomUUID().toString();
        WORKFLOWS.put(id, script);
        return stub(id);
    }

    public WorkflowStub stub(String id) {
        return client().newUntypedWorkflowStub(
                        "Script",
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(QUEUE)
                                .setWorkflowId(id)
                                .build());
    }

    /** Gives a workflow's activities of a type their code. */
    public static void activity(WorkflowStub workflow, String type, Script script) {
        ACTIVITIES.put(idOf(workflow) + type, script);
    }

    /** The ID of a workflow, started or not. */
    public static String idOf(WorkflowStub workflow) {
        return workflow.getExecution() == null
                ? workflow.getOptions().orElseThrow().getWorkflowId()
                : workflow.getExecution().getWorkflowId();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            environment.close();
        }
    }
}
