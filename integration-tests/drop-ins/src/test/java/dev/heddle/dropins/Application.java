package dev.heddle.dropins;

import echo.Echo;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.ActivityClient;
import io.temporal.client.NexusClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** An application that knows nothing of Heddle, nor of what lies in its folder. */
public final class Application {
    private static final MethodDescriptor<String, String> ECHO =
            Echo.method("shop.Echo", "Say", MethodDescriptor.MethodType.UNARY);

    private Application() {}

    @ActivityInterface
    public interface Greetings {
        String greet(String name);
    }

    @WorkflowInterface
    public interface Greeting {
        @WorkflowMethod
        String run(String name);
    }

    public static final class GreetingImpl implements Greeting {
        private final Greetings greetings = Workflow.newActivityStub(
                Greetings.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(5))
                        .build());

        @Override
        public String run(String name) {
            return greetings.greet(name);
        }
    }

    /** With {@code own} it has registered an interceptor itself; with {@code status} it prints what Heddle has counted. */
    public static void main(String[] arguments) throws Exception {
        echo();
        WorkerFactoryOptions.Builder workers = WorkerFactoryOptions.newBuilder();
        if (List.of(arguments).contains("own")) {
            workers.setWorkerInterceptors(new Announcing.OfWorker());
        }
        if (List.of(arguments).contains("inside")) {
            workers.setWorkerInterceptors(new Labelled.OfApplication());
        }
        try (TestWorkflowEnvironment environment =
                TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                        .setWorkerFactoryOptions(workers.build())
                        .build())) {
            Worker worker = environment.newWorker("greetings");
            worker.registerWorkflowImplementationTypes(GreetingImpl.class);
            worker.registerActivitiesImplementations((Greetings) name -> "hello " + name);
            environment.start();
            System.out.println(environment
                    .getWorkflowClient()
                    .newWorkflowStub(
                            Greeting.class,
                            WorkflowOptions.newBuilder()
                                    .setTaskQueue("greetings")
                                    .build())
                    .run("world"));
            ScheduleClient.newInstance(environment.getWorkflowServiceStubs());
            ActivityClient.newInstance(environment.getWorkflowServiceStubs());
            NexusClient.newInstance(environment.getWorkflowServiceStubs());
            System.out.println("client interceptors: "
                    + environment.getWorkflowClient().getOptions().getInterceptors().length + ", propagators: "
                    + environment.getWorkflowClient().getOptions().getContextPropagators());
        }
        if (List.of(arguments).contains("status")) {
            printStatus();
        }
    }

    private static void printStatus() throws Exception {
        CompositeData status = (CompositeData) ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName("dev.heddle:type=Status"), "Status");
        CompositeData application = ((CompositeData[]) status.get("applications"))[0];
        for (CompositeData extension : (CompositeData[]) application.get("extensions")) {
            for (CompositeData operation : (CompositeData[]) extension.get("operations")) {
                Object calls = ((CompositeData) operation.get("counts")).get("calls");
                System.out.println("counted: " + operation.get("name") + ' ' + calls);
            }
        }
    }

    private static void echo() throws Exception {
        Server server = InProcessServerBuilder.forName("shop")
                .addService(Echo.service("shop.Echo", List.of(ECHO)))
                .build()
                .start();
        ManagedChannel channel = InProcessChannelBuilder.forName("shop").build();
        System.out.println("echo: " + ClientCalls.blockingUnaryCall(channel, ECHO, CallOptions.DEFAULT, "hi"));
        channel.shutdownNow();
        server.shutdownNow();
    }
}
