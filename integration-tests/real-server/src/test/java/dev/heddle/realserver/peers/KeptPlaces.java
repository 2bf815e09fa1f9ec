package dev.heddle.realserver.peers;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.ActivityClient;
import io.temporal.client.StartActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.NexusOperationOptions;
import io.temporal.workflow.NexusServiceOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * An application of Java that knows nothing of Heddle, and has the server keep what it is told to, where no history has it: in a
 * schedule, in memos and summaries, in the heartbeat of an activity that works on, in one without a workflow, and in Nexus
 * operations. Its arguments are the server's address, its task queue, what it says, and the endpoint of its own counter; what
 * it begins has the task queue as its ID. Ends with its input.
 */
public final class KeptPlaces {
    /** What the activity without a workflow has at the end of its ID. */
    static final String ALONE = "-alone";

    private static final CountDownLatch BEATS = new CountDownLatch(1);
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private KeptPlaces() {}

    @ActivityInterface
    public interface Watch {
        /** Says what it has been told, and works on. */
        @ActivityMethod
        String keep(String greeting);

        @ActivityMethod
        String repeat(String greeting);
    }

    public static final class Keeper implements Watch {
        @Override
        public String keep(String greeting) {
            Activity.getExecutionContext().heartbeat(greeting);
            BEATS.countDown();
            try {
                NEVER.await();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
            return greeting;
        }

        @Override
        public String repeat(String greeting) {
            return greeting;
        }
    }

    @WorkflowInterface
    public interface Keep {
        @WorkflowMethod
        String keep(String endpoint, String greeting);
    }

    /** Asks by Nexus, and has an activity work on. */
    public static final class KeepWorkflow implements Keep {
        @Override
        public String keep(String endpoint, String greeting) {
            Workflow.newNexusServiceStub(
                            Errands.Counter.class,
                            NexusServiceOptions.newBuilder()
                                    .setEndpoint(endpoint)
                                    .setOperationOptions(NexusOperationOptions.newBuilder()
                                            .setScheduleToCloseTimeout(Duration.ofMinutes(1))
                                            .setSummary(greeting)
                                            .build())
                                    .build())
                    .ask(greeting);
            return Workflow.newActivityStub(
                            Watch.class,
                            ActivityOptions.newBuilder()
                                    .setStartToCloseTimeout(Duration.ofMinutes(10))
                                    .setSummary(greeting)
                                    .build())
                    .keep(greeting);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        WorkflowServiceStubs service = WorkflowServiceStubs.newConnectedServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(arguments[0]).build(), Duration.ofMinutes(1));
        String queue = arguments[1];
        WorkflowClient client = WorkflowClient.newInstance(service);
        WorkerFactory factory = WorkerFactory.newInstance(client);
        Worker worker = factory.newWorker(queue);
        worker.registerWorkflowImplementationTypes(KeepWorkflow.class);
        worker.registerActivitiesImplementations(new Keeper());
        worker.registerNexusServiceImplementation(new Errands.JavaCounter());
        factory.start();
        begin(client, service, queue, arguments[2], arguments[3]);
        alone(service, queue, arguments[2]);
        BEATS.await();
        System.out.println("kept");
        while (System.in.read() >= 0) {}
        Runtime.getRuntime().halt(0);
    }

    private static void begin(
            WorkflowClient client, WorkflowServiceStubs service, String queue, String greeting, String endpoint) {
        WorkflowOptions options = WorkflowOptions.newBuilder()
                .setTaskQueue(queue)
                .setWorkflowId(queue)
                .setMemo(Map.of("memo", greeting))
                .setStaticSummary(greeting)
                .setStaticDetails(greeting)
                .build();
        ScheduleClient.newInstance(service)
                .createSchedule(
                        queue,
                        Schedule.newBuilder()
                                .setAction(ScheduleActionStartWorkflow.newBuilder()
                                        .setWorkflowType(Keep.class)
                                        .setArguments(endpoint, greeting)
                                        .setOptions(options)
                                        .build())
                                .setSpec(ScheduleSpec.newBuilder().build())
                                .build(),
                        ScheduleOptions.newBuilder()
                                .setMemo(Map.of("memo", greeting))
                                .build());
        WorkflowClient.start(client.newWorkflowStub(Keep.class, options)::keep, endpoint, greeting);
    }

    /** Not every server has these; the rest is there by then. */
    private static void alone(WorkflowServiceStubs service, String queue, String greeting) {
        try {
            ActivityClient.newInstance(service)
                    .execute(
                            Watch.class,
                            Watch::repeat,
                            StartActivityOptions.newBuilder()
                                    .setId(queue + ALONE)
                                    .setTaskQueue(queue)
                                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                                    .build(),
                            greeting);
        } catch (RuntimeException missing) {
            System.out.println("no activity without a workflow: " + missing);
        }
    }
}
