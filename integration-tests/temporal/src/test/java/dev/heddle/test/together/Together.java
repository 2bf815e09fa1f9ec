package dev.heddle.test.together;

import static dev.heddle.api.Selector.CLIENT;
import static dev.heddle.api.Selector.WORKFLOW_INBOUND;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.RefusedException;
import dev.heddle.api.Settings;
import dev.heddle.test.Probe;
import dev.heddle.test.Sandbox;
import dev.heddle.testing.Heddle;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptorBase;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Tests that bring extensions in every way there is, one after the other in one JVM: each says who sees its calls. */
public final class Together {
    private static final ExecutorService POOL = Executors.newSingleThreadExecutor();

    private Together() {}

    /** Says who it is to whoever calls. */
    public static final class Named implements Extension {
        private final String name;

        /** As an operator has it in a JAR. */
        public Named() {
            this("the operator's");
        }

        Named(String name) {
            this.name = name;
        }

        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors
                    .on(CLIENT.only("describe"), call -> {
                        throw new RefusedException(name);
                    })
                    .on(WORKFLOW_INBOUND.only("execute"), call -> name);
        }
    }

    /** A test that has an extension of its own. */
    static final class OfTheKit {
        @RegisterExtension
        final Heddle heddle = Heddle.with(new Named("the kit's"));

        @Test
        void test() throws Exception {
            say("kit", Together::newClient);
            // A thread that will outlive this test, and knows it.
            say("kit on a thread", () -> POOL.submit(Together::newClient).get());
        }
    }

    /** The same, and the first to use what all tests share. */
    static final class OfTheKitWithTheSandbox {
        @RegisterExtension
        final Heddle heddle = Heddle.with(new Named("the kit's"));

        @Test
        void test() throws Exception {
            sayWhoSeesTheSandbox();
        }
    }

    /** The application's own interceptor, where its calls end. */
    private static final class End extends WorkflowClientInterceptorBase {
        @Override
        public WorkflowClientCallsInterceptor workflowClientCallsInterceptor(WorkflowClientCallsInterceptor next) {
            return new WorkflowClientCallsInterceptorBase(next) {
                @Override
                public DescribeWorkflowOutput describe(DescribeWorkflowInput input) {
                    throw new IllegalStateException("nobody");
                }
            };
        }
    }

    private static WorkflowClient newClient() {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:1")
                .build());
        return WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder().setInterceptors(new End()).build());
    }

    private static void say(String who, Callable<WorkflowClient> client) throws Exception {
        WorkflowStub workflow = client.call().newUntypedWorkflowStub("some-workflow");
        try {
            workflow.describe();
        } catch (WorkflowServiceException failure) {
            System.out.println(who + " is seen by " + failure.getCause().getMessage());
        }
    }

    private static void sayWhoSeesTheSandbox() {
        WorkflowStub workflow = Sandbox.shared().workflow(arguments -> "nobody");
        workflow.start();
        System.out.println("sandbox is seen by " + workflow.getResult(String.class));
    }

    private static void run(Class<?> test) {
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(test)).execute().allEvents().failed().stream()
                .forEach(System.out::println);
    }

    private static void probing(Callable<WorkflowClient> client) throws Exception {
        try (Probe probe = Probe.of(call -> call.operation().name().equals("describe"), call -> {
            throw new RefusedException("the probe's");
        })) {
            say("probe", client);
        }
    }

    public static void main(String[] steps) throws Exception {
        for (String step : steps) {
            switch (step) {
                case "kit" -> run(OfTheKit.class);
                case "sandbox-in-kit" -> run(OfTheKitWithTheSandbox.class);
                case "outside" -> say("outside", Together::newClient);
                case "outside-on-a-thread" ->
                    say(
                            "outside on a thread",
                            () -> POOL.submit(Together::newClient).get());
                case "probe" -> probing(Together::newClient);
                case "probe-on-a-thread" ->
                    probing(() -> POOL.submit(Together::newClient).get());
                case "probe-in-the-sandbox" -> {
                    try (Probe probe =
                            Probe.of(call -> call.operation().name().equals("execute"), call -> "the probe's")) {
                        sayWhoSeesTheSandbox();
                    }
                }
                case "everywhere" -> everywhere();
                default -> throw new IllegalArgumentException(step);
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static void everywhere() throws Exception {
        try (AutoCloseable open = Heddle.with(new Named("everybody's")).everywhere()) {
            say("everywhere", Together::newClient);
        } catch (IllegalStateException refused) {
            System.out.println("everywhere: " + refused.getMessage());
        }
    }
}
