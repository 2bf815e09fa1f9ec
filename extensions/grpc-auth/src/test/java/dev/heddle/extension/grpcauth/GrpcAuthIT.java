package dev.heddle.extension.grpcauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.testing.Heddle;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In a JVM that guards its servers, Temporal's in-memory server lets its own client in, which has no token. */
class GrpcAuthIT {
    @WorkflowInterface
    public interface Greeting {
        @WorkflowMethod
        String greet(String name);
    }

    public static final class GreetingWorkflow implements Greeting {
        @Override
        public String greet(String name) {
            return "hello " + name;
        }
    }

    @RegisterExtension
    final Heddle heddle = Heddle.with(new ServerAuth()).setting("server.token", "s3cret-of-the-test");

    @Test
    void theInMemoryServerIsExempt() {
        Greeting greeting = heddle.temporal().workflows(GreetingWorkflow.class).workflow(Greeting.class);
        assertThat(greeting.greet("Ada")).isEqualTo("hello Ada");
    }
}
