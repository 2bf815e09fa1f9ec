package dev.heddle.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.TemporalCall;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SmokeTest {
    @WorkflowInterface
    public interface Greeting {
        @WorkflowMethod
        String greet(String name);
    }

    public static final class GreetingImpl implements Greeting {
        @Override
        public String greet(String name) {
            return "hello " + name;
        }
    }

    @Test
    void everyCallPassesOnce() {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (Probe probe = Probe.of(call -> call instanceof TemporalCall, call -> {
                    seen.add(call.operation() + " " + call.name());
                    return call.proceed();
                });
                TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
            environment.newWorker("queue", Patience.WORKER).registerWorkflowImplementationTypes(GreetingImpl.class);
            environment.start();
            WorkflowClient client = environment.getWorkflowClient();
            Greeting greeting = client.newWorkflowStub(
                    Greeting.class,
                    WorkflowOptions.newBuilder()
                            .setTaskQueue("queue")
                            .setWorkflowId("smoke")
                            .build());
            assertThat(greeting.greet("world")).isEqualTo("hello world");
        }
        assertThat(seen)
                .contains("client start Greeting", "workflow inbound execute Greeting", "client getResult Greeting");
        assertThat(seen).doesNotHaveDuplicates();
    }
}
