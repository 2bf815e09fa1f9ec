package dev.heddle.testing;

import static dev.heddle.api.Selector.ACTIVITY_INBOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Category;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptorBase;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Tests that run at the same time do not see each other's calls; nor does anybody see those of no test. */
class SideBySideTest {
    private static final int TESTS = 4;

    private final CountDownLatch allUnderWay = new CountDownLatch(TESTS);

    private List<String> test(String name) throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        Heddle heddle = Heddle.with((interceptors, settings) -> interceptors.on(ACTIVITY_INBOUND, call -> {
                    seen.add(settings.get("test") + " sees " + call.argument(0));
                    allUnderWay.countDown();
                    allUnderWay.await();
                    return call.proceed();
                }))
                .setting("test", name);
        try (Session session = heddle.open()) {
            Dispatcher.Assembly before = session.assembly().enter();
            try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
                greet(environment, name);
                assertThat(session.calls().in(Category.ACTIVITY_INBOUND)).hasSize(1);
                assertThat(session.calls().in(Category.CLIENT).named("start")).hasSize(1);
                assertThat(session.calls().named("randomUUID")).hasSize(1);
            } finally {
                session.assembly().leave(before);
            }
        }
        return seen;
    }

    /** In one namespace and on one task queue, the same for all: the tests are told apart by more than names. */
    private static void greet(TestWorkflowEnvironment environment, String name) {
        Worker worker = environment.newWorker("queue");
        worker.registerWorkflowImplementationTypes(Greetings.GreetingWorkflow.class);
        worker.registerActivitiesImplementations(new Greetings.PoliteGreeter());
        environment.start();
        Greetings.Greeting greeting = environment
                .getWorkflowClient()
                .newWorkflowStub(
                        Greetings.Greeting.class,
                        io.temporal.client.WorkflowOptions.newBuilder()
                                .setTaskQueue("queue")
                                .build());
        assertThat(greeting.greet(name)).isEqualTo("hello " + name);
    }

    @Test
    void noneSeesAnothersCalls() throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(TESTS);
        try {
            List<Future<List<String>>> tests = new java.util.ArrayList<>();
            for (int i = 0; i < TESTS; i++) {
                String name = "test-" + i;
                tests.add(threads.submit(() -> test(name)));
            }
            for (int i = 0; i < TESTS; i++) {
                assertThat(tests.get(i).get()).containsExactly("test-" + i + " sees test-" + i);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whose code stands between a client's caller and the application's own interceptor. */
    private static final class Callers extends WorkflowClientInterceptorBase {
        private final List<String> classes = new CopyOnWriteArrayList<>();

        @Override
        public WorkflowClientCallsInterceptor workflowClientCallsInterceptor(WorkflowClientCallsInterceptor next) {
            return new WorkflowClientCallsInterceptorBase(next) {
                @Override
                public WorkflowStartOutput start(WorkflowStartInput input) {
                    StackWalker.getInstance().forEach(frame -> classes.add(frame.getClassName()));
                    return super.start(input);
                }
            };
        }
    }

    @Test
    void whatNoTestHasMadeIsLeftAlone() {
        Callers callers = new Callers();
        TestEnvironmentOptions options = TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setInterceptors(callers)
                        .build())
                .build();
        try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance(options)) {
            greet(environment, "nobody");
            assertThat(callers.classes).isNotEmpty().noneMatch(name -> name.startsWith("dev.heddle.agent"));
        }
    }
}
