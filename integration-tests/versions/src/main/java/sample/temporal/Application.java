package sample.temporal;

import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.History;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.WorkflowExecutionStartedEventAttributes;
import io.temporal.client.WorkflowClient;
import io.temporal.internal.common.WorkflowExecutionHistory;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import sample.Attachment;
import sample.Journal;

/**
 * An application of any version of the Temporal SDK from 1.0.5 on. It calls whatever the version on its class path has,
 * and its {@link Journal} says what that was.
 */
public final class Application {
    private static final boolean UPDATES = Journal.has("io.temporal.workflow.UpdateMethod");
    private static final boolean NEXUS = Journal.has("io.temporal.workflow.NexusServiceOptions");

    private final WorkflowClient client;
    private final WorkflowServiceStubs agreeable;
    private final Names names;

    private Application(WorkflowServiceStubs server, WorkflowServiceStubs agreeable, String queue) throws Exception {
        this.client = client(server);
        this.agreeable = agreeable;
        this.names = new Names(queue);
    }

    /**
     * Runs to the end, or ends with 1.
     *
     * @param arguments the address of a server; of one that agrees to whatever the first cannot do; the task queue,
     *     which is also the name of the Nexus endpoint; the threads of workflows, {@code platform} or {@code virtual}
     */
    public static void main(String[] arguments) {
        try {
            new Application(connect(arguments[0]), connect(arguments[1]), arguments[2])
                    .run(arguments[3].equals("virtual"));
        } catch (Throwable failure) {
            failure.printStackTrace(System.out);
            System.exit(1);
        }
        // The SDK's idle threads would keep the JVM for another minute.
        System.exit(0);
    }

    private static WorkflowClient client(WorkflowServiceStubs server) throws Exception {
        WorkflowClient[] made = new WorkflowClient[1];
        Journal.step("plugin configureClient", () -> made[0] = WorkflowClient.newInstance(server));
        return made[0];
    }

    private void run(boolean virtualThreads) throws Exception {
        WorkerFactory factory = startWorker(virtualThreads);
        List<Journal.Code> calls = new ArrayList<>();
        calls.add(new WorkflowCalls(client, names)::make);
        if (UPDATES) {
            calls.add(new UpdateCalls(client, names)::make);
            calls.add(new ScheduleCalls(agreeable)::make);
        }
        if (NEXUS) {
            calls.add(new NexusCalls(client, names)::make);
        }
        if (Journal.has("io.temporal.client.ActivityClient")) {
            calls.add(new ActivityClientCalls(agreeable)::make);
        }
        if (Journal.has("io.temporal.client.NexusClient")) {
            calls.add(new NexusClientCalls(agreeable)::make);
        }
        calls.add(ManualCompletion::await);
        calls.add(new VisibilityCalls(WorkflowClient.newInstance(agreeable))::make);
        Attachment.await();
        for (Journal.Code each : calls) {
            each.run();
        }
        Journal.step("plugin shutdownWorkers", factory::shutdown);
    }

    private WorkerFactory startWorker(boolean virtualThreads) throws Exception {
        WorkerFactoryOptions.Builder options = WorkerFactoryOptions.newBuilder();
        if (virtualThreads) {
            options.setUsingVirtualWorkflowThreads(true);
        }
        WorkerFactory[] made = new WorkerFactory[1];
        Journal.step(
                "plugin configureWorkerFactory", () -> made[0] = WorkerFactory.newInstance(client, options.build()));
        WorkerFactory factory = made[0];
        Worker[] hired = new Worker[1];
        Journal.step("plugin configureWorker", () -> hired[0] = factory.newWorker(names.queue()));
        Worker worker = hired[0];
        Journal.call("plugin replayWorkflow", () -> replay(worker));
        worker.registerWorkflowImplementationTypes(ErrandsImpl.class, OtherImpl.class);
        worker.registerActivitiesImplementations(new ChoresImpl());
        if (UPDATES) {
            worker.registerWorkflowImplementationTypes(UpdatedImpl.class);
        }
        if (NEXUS) {
            worker.registerWorkflowImplementationTypes(VisitImpl.class);
            worker.registerNexusServiceImplementation(new DeskImpl());
        }
        Journal.step("plugin startWorkers", factory::start);
        return factory;
    }

    /** Replays what has begun of a workflow that nobody has registered, which fails. */
    @SuppressWarnings("deprecation") // What every version has.
    private static void replay(Worker worker) throws Exception {
        WorkflowExecutionStartedEventAttributes started = WorkflowExecutionStartedEventAttributes.newBuilder()
                .setWorkflowType(WorkflowType.newBuilder().setName("Nobody"))
                .setOriginalExecutionRunId("run")
                .build();
        worker.replayWorkflowExecution(new WorkflowExecutionHistory(History.newBuilder()
                .addEvents(HistoryEvent.newBuilder()
                        .setEventId(1)
                        .setEventType(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED)
                        .setWorkflowExecutionStartedEventAttributes(started))
                .build()));
    }

    /** Connects to a server; by reflection, for the setter has had two return types. */
    @SuppressWarnings("deprecation") // What every version has.
    public static WorkflowServiceStubs connect(String address) throws Exception {
        WorkflowServiceStubsOptions.Builder options = WorkflowServiceStubsOptions.newBuilder();
        Method setter = options.getClass().getMethod("setTarget", String.class);
        setter.invoke(options, address);
        Method build = options.getClass().getMethod("validateAndBuildWithDefaults");
        WorkflowServiceStubsOptions built = (WorkflowServiceStubsOptions) build.invoke(options);
        WorkflowServiceStubs[] made = new WorkflowServiceStubs[1];
        Journal.step(
                "plugin connectServiceClient",
                () -> Journal.step(
                        "plugin configureServiceStubs", () -> made[0] = WorkflowServiceStubs.newInstance(built)));
        return made[0];
    }
}
