package sample.temporal;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.concurrent.TimeUnit;

/**
 * An application of any version of the Temporal SDK that says in which scope its code runs: the value of a thread local
 * that an extension sets. Both find it among the properties of the system.
 */
public final class ScopeApplication {
    public static final String SCOPE = "sample.scope";

    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private ScopeApplication() {}

    /**
     * Runs to the end, or ends with 1.
     *
     * @param arguments the address of a server; the task queue; the threads of workflows, {@code platform} or
     *     {@code virtual}
     */
    public static void main(String[] arguments) {
        System.getProperties().put(SCOPE, CURRENT);
        try {
            run(arguments[0], new Names(arguments[1]), arguments[2].equals("virtual"));
        } catch (Throwable failure) {
            failure.printStackTrace(System.out);
            System.exit(1);
        }
        // The SDK's idle threads would keep the JVM for another minute.
        System.exit(0);
    }

    private static void run(String address, Names names, boolean virtualThreads) throws Exception {
        WorkflowClient client = WorkflowClient.newInstance(Application.connect(address));
        WorkerFactoryOptions.Builder options = WorkerFactoryOptions.newBuilder();
        if (virtualThreads) {
            options.setUsingVirtualWorkflowThreads(true);
        }
        WorkerFactory factory = WorkerFactory.newInstance(client, options.build());
        factory.newWorker(names.queue()).registerWorkflowImplementationTypes(ScopedImpl.class);
        factory.start();
        WorkflowStub workflow =
                client.newUntypedWorkflowStub("Scoped", names.options("scoped").build());
        workflow.start();
        workflow.signal("go");
        workflow.getResult(1, TimeUnit.MINUTES, Void.class);
    }

    static void say(String where) {
        System.out.println("code " + where + ": " + CURRENT.get());
    }
}
