package dev.heddle.extension.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Category;
import dev.heddle.testing.fake.FakeCall;
import dev.heddle.testing.fake.FakeInterceptors;
import java.util.Map;
import org.apache.logging.log4j.ThreadContext;
import org.jboss.logmanager.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The application's own lines know where they are, whichever logging it has, and nothing is left on the thread. */
class MdcTest {
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @AfterEach
    void nothingIsLeft() {
        assertThat(org.slf4j.MDC.getCopyOfContextMap()).isNullOrEmpty();
        assertThat(ThreadContext.getContext()).isEmpty();
        assertThat(MDC.copy()).isEmpty();
    }

    private static FakeCall activity() {
        return FakeCall.of(Category.ACTIVITY_INBOUND, "execute")
                .with("workflowId", "order-17")
                .with("runId", "r1")
                .with("workflowType", "Order")
                .with("attempt", 2)
                .with("activityId", "a1")
                .with("activityType", "Charge")
                .header("_tracer-data", Map.of("traceparent", PARENT));
    }

    @ParameterizedTest
    @CsvSource({"auto, SLF4J", "slf4j, SLF4J", "log4j, Log4j 2", "jboss, JBoss LogManager"})
    void whileTheCallRuns(String api, String said) throws Throwable {
        FakeInterceptors logging = FakeInterceptors.of(new Logging(), Map.of("api", api, "calls", "none"));
        assertThat(logging.log()).containsExactly("INFO: lines go to " + said);
        Object seen = activity().through(logging, arguments -> switch (said) {
            case "SLF4J" -> org.slf4j.MDC.getCopyOfContextMap();
            case "Log4j 2" -> ThreadContext.getContext();
            default -> MDC.copy();
        });
        assertThat(seen)
                .isEqualTo(Map.of(
                        "WorkflowId", "order-17",
                        "RunId", "r1",
                        "WorkflowType", "Order",
                        "Attempt", "2",
                        "ActivityId", "a1",
                        "ActivityType", "Charge",
                        "trace_id", "0af7651916cd43dd8448eb211c80319c",
                        "span_id", "b7ad6b7169203331"));
    }

    @Test
    void ofJavaUtilLoggingThereIsNone() throws Throwable {
        FakeInterceptors logging = FakeInterceptors.of(new Logging(), Map.of("api", "jul", "calls", "none"));
        assertThat(logging.log())
                .containsExactly("INFO: lines go to java.util.logging, whose lines cannot show more than they do");
        activity().through(logging, arguments -> null);
    }

    @Test
    void theOperatorChoosesEntriesAndKeys() throws Throwable {
        FakeInterceptors chosen = FakeInterceptors.of(
                new Logging(), Map.of("mdc", "WorkflowId: workflow.id, trace_id, rpc.method", "calls", "none"));
        assertThat(activity().through(chosen, arguments -> org.slf4j.MDC.getCopyOfContextMap()))
                .isEqualTo(Map.of("workflow.id", "order-17", "trace_id", "0af7651916cd43dd8448eb211c80319c"));
        assertThat(FakeCall.of(Category.GRPC_SERVER, "orders.Front/Place")
                        .through(chosen, arguments -> org.slf4j.MDC.getCopyOfContextMap()))
                .isEqualTo(Map.of("rpc.method", "orders.Front/Place"));
        FakeInterceptors none = FakeInterceptors.of(new Logging(), Map.of("mdc", "", "calls", "none"));
        assertThat(activity().through(none, arguments -> org.slf4j.MDC.get("WorkflowId")))
                .isNull();
    }

    @Test
    void whatWasThereBeforeComesBackAndWhatTheCodeSetsStays() throws Throwable {
        FakeInterceptors logging = FakeInterceptors.of(new Logging(), Map.of("calls", "none"));
        org.slf4j.MDC.put("WorkflowId", "another");
        org.slf4j.MDC.put("RunId", "r1");
        activity().through(logging, arguments -> {
            assertThat(org.slf4j.MDC.get("WorkflowId")).isEqualTo("order-17");
            org.slf4j.MDC.put("mine", "set");
            return null;
        });
        assertThat(org.slf4j.MDC.getCopyOfContextMap())
                .isEqualTo(Map.of("WorkflowId", "another", "RunId", "r1", "mine", "set"));
        org.slf4j.MDC.clear();
    }
}
