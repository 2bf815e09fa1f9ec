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

    /** In a build that is changed, it waits before. */
    public static final class BillImpl implements Bill {
        private final Post post = Workflow.newActivityStub(
                Post.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofSeconds(30))
                        .build());

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
        WorkerFactory factory = WorkerFactory.newInstance(client);
        Worker worker = factory.newWorker("bills");
        worker.registerWorkflowImplementationTypes(BillImpl.class);
        worker.registerActivitiesImplementations((Post) bill -> bill + " is sent");
        factory.start();
        WorkflowOptions options =
                WorkflowOptions.newBuilder().setTaskQueue("bills").build();
        System.out.println(client.newWorkflowStub(Bill.class, options).bill("Ann"));
        System.exit(0);
    }
}
