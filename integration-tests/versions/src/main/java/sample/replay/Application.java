package sample.replay;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** A worker of any version of the SDK from 1.0.5 on, which starts a workflow too. */
public final class Application {
    private Application() {}

    private static Post post() {
        return Workflow.newActivityStub(
                Post.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofSeconds(30))
                        .build());
    }

    /** Sends bills. */
    @ActivityInterface
    public interface Post {
        /** Answers what has been done. */
        String send(String bill);
    }

    /** Has a bill sent. */
    @WorkflowInterface
    public interface Bill {
        /** Answers what has been done. */
        @WorkflowMethod
        String bill(String customer);
    }

    /** Has many bills sent. */
    @WorkflowInterface
    public interface Bills {
        /** Answers how much has been said of them. */
        @WorkflowMethod
        int bills(int times);
    }

    /** One after the other. */
    public static final class BillsImpl implements Bills {
        private final Post post = post();

        @Override
        public int bills(int times) {
            int letters = 0;
            for (int i = 0; i < times; i++) {
                letters += post.send("one").length();
            }
            return letters;
        }
    }

    /** In a build that is changed, it waits before. */
    public static final class BillImpl implements Bill {
        private final Post post = post();

        @Override
        public String bill(String customer) {
            if (Boolean.getBoolean("changed")) {
                Workflow.sleep(Duration.ofSeconds(1));
            }
            return post.send(customer);
        }
    }

    /** Starts it with the address of a server. */
    public static void main(String[] arguments) throws Exception {
        WorkflowClient client = WorkflowClient.newInstance(sample.temporal.Application.connect(arguments[0]));
        startWorker(client);
        System.out.println(bill(client));
        System.exit(0);
    }

    static void startWorker(WorkflowClient client) {
        WorkerFactory factory = WorkerFactory.newInstance(client);
        Worker worker = factory.newWorker("bills");
        worker.registerWorkflowImplementationTypes(BillImpl.class, BillsImpl.class);
        worker.registerActivitiesImplementations((Post) bill -> bill + " is sent");
        factory.start();
    }

    /** Waits for what a workflow answers. */
    static String bill(WorkflowClient client) {
        WorkflowOptions options =
                WorkflowOptions.newBuilder().setTaskQueue("bills").build();
        return client.newWorkflowStub(Bill.class, options).bill("Ann");
    }
}
