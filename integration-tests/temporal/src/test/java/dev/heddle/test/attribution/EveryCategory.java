package dev.heddle.test.attribution;

import dev.heddle.test.Patience;
import dev.heddle.test.rules.NexusTest;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.NexusServiceOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.time.Duration;

/** An application with a call of every category in each of its errands. */
public final class EveryCategory {
    /** How many errands it runs. */
    static final int ERRANDS = 3;

    private EveryCategory() {}

    @ActivityInterface
    public interface Oven {
        String bake(String what);
    }

    public static final class OvenImpl implements Oven {
        @Override
        public String bake(String what) {
            Activity.getExecutionContext().heartbeat("warm");
            return "warm " + what;
        }
    }

    @WorkflowInterface
    public interface Errand {
        @WorkflowMethod
        String run(String what);
    }

    public static final class ErrandImpl implements Errand {
        @Override
        public String run(String what) {
            NexusTest.Shop shop = Workflow.newNexusServiceStub(
                    NexusTest.Shop.class,
                    NexusServiceOptions.newBuilder().setEndpoint("shop").build());
            Oven oven = Workflow.newActivityStub(
                    Oven.class,
                    ActivityOptions.newBuilder()
                            .setStartToCloseTimeout(Duration.ofMinutes(1))
                            .build());
            return shop.order(oven.bake(what));
        }
    }

    /** Runs its errands and says what came of each. */
    public static void main(String[] arguments) throws IOException {
        String name = InProcessServerBuilder.generateName();
        Server server = InProcessServerBuilder.forName(name)
                .addService(new HealthStatusManager().getHealthService())
                .build()
                .start();
        ManagedChannel channel = InProcessChannelBuilder.forName(name).build();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            Worker worker = environment.newWorker("counter", Patience.WORKER);
            worker.registerWorkflowImplementationTypes(ErrandImpl.class);
            worker.registerActivitiesImplementations(new OvenImpl());
            worker.registerNexusServiceImplementation(new NexusTest.ShopImpl());
            environment.createNexusEndpoint("shop", "counter");
            environment.start();
            for (int i = 0; i < ERRANDS; i++) {
                Errand errand = environment
                        .getWorkflowClient()
                        .newWorkflowStub(
                                Errand.class,
                                WorkflowOptions.newBuilder()
                                        .setTaskQueue("counter")
                                        .build());
                System.out.println("application: " + errand.run("bread") + ", which is "
                        + HealthGrpc.newBlockingStub(channel)
                                .check(HealthCheckRequest.getDefaultInstance())
                                .getStatus());
            }
        }
        channel.shutdownNow();
        server.shutdownNow();
        System.exit(0);
    }
}
