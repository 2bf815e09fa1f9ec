package dev.heddle.extension.contextpropagation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Category;
import dev.heddle.testing.Heddle;
import dev.heddle.testing.grpc.DummyServer;
import dev.heddle.testing.grpc.DummyService;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/** With the agent and the libraries: any text goes all the way, and none breaks a call. */
class ContextPropagationIT {
    @WorkflowInterface
    public interface WhoAmI {
        @WorkflowMethod
        String ask();
    }

    public static final class WhoAmIWorkflow implements WhoAmI {
        @Override
        public String ask() {
            return MDC.get("userId");
        }
    }

    @RegisterExtension
    final Heddle heddle = Heddle.with(new ContextPropagation());

    private final DummyService service = new DummyService().answers("who", asked -> String.valueOf(MDC.get("userId")));

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "Jürgen", "李", "two\nlines", "100 % 'plain'", "a, b"})
    void anyTextOverGrpc(String user) throws Exception {
        try (DummyServer server = new DummyServer(service).start()) {
            MDC.put("userId", user);
            assertThat(server.client().unary("who")).isEqualTo(user);
        }
        assertThat(heddle.calls().in(Category.GRPC_SERVER).first().headers()).containsEntry("userid", user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "Jürgen", "李", "two\nlines", ""})
    void anyTextOverTemporal(String user) {
        WhoAmI workflow = heddle.temporal().workflows(WhoAmIWorkflow.class).workflow(WhoAmI.class);
        MDC.put("userId", user);
        assertThat(workflow.ask()).isEqualTo(user);
        assertThat(heddle.calls()
                        .in(Category.WORKFLOW_INBOUND)
                        .named("execute")
                        .first()
                        .headers())
                .containsEntry("userId", user);
    }

    /** Above what gRPC takes as headers; the call goes without it. */
    @Test
    void aLongValueBreaksNoGrpcCall() throws Exception {
        try (DummyServer server = new DummyServer(service).start()) {
            MDC.put("userId", "x".repeat(9_000));
            assertThat(server.client().unary("hello")).isEqualTo("hello");
        }
        assertThat(heddle.calls().in(Category.GRPC_SERVER).first().headers()).doesNotContainKey("userid");
    }

    /** Above what Temporal takes as a request. */
    @Test
    void aHugeValueBreaksNoStart() {
        WhoAmI workflow = heddle.temporal().workflows(WhoAmIWorkflow.class).workflow(WhoAmI.class);
        MDC.put("userId", "x".repeat(5_000_000));
        workflow.ask();
        assertThat(heddle.calls().in(Category.CLIENT).named("start").first().headers())
                .isEmpty();
    }
}
