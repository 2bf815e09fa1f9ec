package sample.temporal;

import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.lang.reflect.Method;
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

    private Application(WorkflowServiceStubs server, WorkflowServiceStubs agreeable, String queue) {
        this.client = WorkflowClient.newInstance(server);
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

    private void run(boolean virtualThreads) throws Exception {
        startWorker(virtualThreads);
        new WorkflowCalls(client, names).make();
        if (UPDATES) {
            new UpdateCalls(client, names).make();
            ScheduleCalls.make(agreeable);
        }
        if (NEXUS) {
            NexusCalls.make(client, names);
        }
        if (Journal.has("io.temporal.client.ActivityClient")) {
            ActivityClientCalls.make(agreeable);
        }
        if (Journal.has("io.temporal.client.NexusClient")) {
            NexusClientCalls.make(agreeable);
        }
        ManualCompletion.await();
        new VisibilityCalls(WorkflowClient.newInstance(agreeable)).make();
    }

    private void startWorker(boolean virtualThreads) {
        WorkerFactoryOptions.Builder options = WorkerFactoryOptions.newBuilder();
        if (virtualThreads) {
            options.setUsingVirtualWorkflowThreads(true);
        }
        WorkerFactory factory = WorkerFactory.newInstance(client, options.build());
        Worker worker = factory.newWorker(names.queue());
        worker.registerWorkflowImplementationTypes(ErrandsImpl.class, OtherImpl.class);
        worker.registerActivitiesImplementations(new ChoresImpl());
        if (UPDATES) {
            worker.registerWorkflowImplementationTypes(UpdatedImpl.class);
        }
        if (NEXUS) {
            worker.registerWorkflowImplementationTypes(VisitImpl.class);
            worker.registerNexusServiceImplementation(new DeskImpl());
        }
        factory.start();
    }

    /** Connects to a server; by reflection, for the setter has had two return types. */
    @SuppressWarnings("deprecation") // What every version has.
    public static WorkflowServiceStubs connect(String address) throws ReflectiveOperationException {
        WorkflowServiceStubsOptions.Builder options = WorkflowServiceStubsOptions.newBuilder();
        Method setter = options.getClass().getMethod("setTarget", String.class);
        setter.invoke(options, address);
        Method build = options.getClass().getMethod("validateAndBuildWithDefaults");
        return WorkflowServiceStubs.newInstance((WorkflowServiceStubsOptions) build.invoke(options));
    }
}
