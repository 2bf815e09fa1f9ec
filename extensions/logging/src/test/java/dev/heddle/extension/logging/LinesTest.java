package dev.heddle.extension.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Category;
import dev.heddle.api.GrpcStatus;
import dev.heddle.testing.fake.FakeCall;
import dev.heddle.testing.fake.FakeInterceptors;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
    private final String logger = "lines." + System.identityHashCode(this);
    private final Logged logged = new Logged(logger);

    @AfterEach
    void close() {
        logged.close();
    }

    private FakeInterceptors logging(String... settings) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("logger", logger));
        for (int at = 0; at < settings.length; at += 2) {
            all.put(settings[at], settings[at + 1]);
        }
        return FakeInterceptors.of(new Logging(), all);
    }

    private static FakeCall activity() {
        return FakeCall.of(Category.ACTIVITY_INBOUND, "execute")
                .with("name", "Charge")
                .with("id", "a1")
                .with("workflowId", "order-17")
                .with("attempt", 2);
    }

    private static void fail(FakeCall call, FakeInterceptors interceptors, Throwable failure) {
        assertThatThrownBy(() -> call.through(interceptors, arguments -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void aCallHasOneLine() throws Throwable {
        activity().through(logging(), arguments -> "done");
        assertThat(logged.lines())
                .containsExactly("INFO call=\"activity inbound execute\" outcome=ok duration_ms=1.000 name=Charge id=a1"
                        + " workflow_id=order-17 attempt=2");
    }

    @Test
    void orOneOfJson() throws Throwable {
        activity().through(logging("format", "json"), arguments -> "done");
        assertThat(logged.lines())
                .containsExactly("INFO {\"call\":\"activity inbound execute\",\"outcome\":\"ok\",\"duration_ms\":1.000,"
                        + "\"name\":\"Charge\",\"id\":\"a1\",\"workflow_id\":\"order-17\",\"attempt\":2}");
    }

    @Test
    void aFailureIsAWarningWithoutItsMessage() throws Throwable {
        fail(activity(), logging(), new IllegalStateException("card 4111", new NullPointerException()));
        assertThat(logged.lines())
                .singleElement()
                .asString()
                .startsWith("WARN ")
                .contains(
                        " outcome=failed ",
                        " failure=java.lang.IllegalStateException cause=java.lang.NullPointerException")
                .doesNotContain("4111");
    }

    @Test
    void theMessageIsThereOnRequest() throws Throwable {
        fail(activity(), logging("messages", "true"), new IllegalStateException("no card"));
        assertThat(logged.lines()).singleElement().asString().endsWith(" message=\"no card\"");
    }

    @Test
    void aBenignFailureIsNoWarning() throws Throwable {
        fail(
                activity(),
                logging(),
                ApplicationFailure.newBuilder()
                        .setMessage("later")
                        .setType("NotYet")
                        .setCategory(ApplicationErrorCategory.BENIGN)
                        .build());
        assertThat(logged.lines())
                .singleElement()
                .asString()
                .startsWith("INFO ")
                .contains(" cause=NotYet");
    }

    @Test
    void whatReplayRepeatsHasNoLine() throws Throwable {
        FakeCall call = FakeCall.of(Category.WORKFLOW_INBOUND, "handleSignal").with("replaying", true);
        call.through(logging(), arguments -> null);
        fail(call, logging(), new IllegalStateException());
        assertThat(logged.lines()).isEmpty();
    }

    @Test
    void aRunTakesAsLongAsItsWorkflowSays() throws Throwable {
        FakeCall call = FakeCall.of(Category.WORKFLOW_INBOUND, "execute")
                .with("runStartedAt", Instant.EPOCH)
                .with("currentTime", Instant.ofEpochMilli(86_400_000));
        call.through(logging("slow", "1s"), arguments -> null);
        assertThat(logged.events())
                .singleElement()
                .extracting(event -> event.getMessage())
                .asString()
                .contains("duration_ms=86400000.000")
                .doesNotContain("slow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nWARN forged=true", "a\rb", "a\u2028b", "a\u0085b", "\u001b[2Jb", "\" outcome=ok \""})
    void nobodyCanWriteALineOfTheirOwn(String id) throws Throwable {
        for (String format : List.of("text", "json")) {
            activity().with("workflowId", id).through(logging("format", format), arguments -> null);
        }
        assertThat(logged.lines()).hasSize(2).allSatisfy(line -> {
            assertThat(line.chars()).noneMatch(each -> Character.isISOControl(each) || each == 0x2028);
            assertThat(line).doesNotContain("\" outcome=ok \"");
        });
    }

    @Test
    void aHugeValueIsCut() throws Throwable {
        activity().with("workflowId", "x".repeat(1_000_000)).through(logging(), arguments -> null);
        assertThat(logged.lines()).singleElement().asString().hasSizeLessThan(5_000);
    }

    @Test
    void whatIsNotSampledHasALineIfItFailsOrIsSlow() throws Throwable {
        activity().through(logging("sample", "0"), arguments -> null);
        assertThat(logged.lines()).isEmpty();
        fail(activity(), logging("sample", "0"), new IllegalStateException());
        assertThat(logged.lines()).hasSize(1);
        FakeCall.of(Category.WORKFLOW_OUTBOUND, "executeActivity")
                .with("currentTime", Instant.EPOCH)
                .through(logging("sample", "0", "slow", "0ms"), arguments -> null);
        assertThat(logged.lines()).hasSize(1);
        activity().through(logging("sample", "0", "slow", "PT0.000000001S"), arguments -> null);
        assertThat(logged.lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("WARN ")
                .contains(" slow=true");
        activity().through(logging("sample", String.valueOf(Integer.MAX_VALUE)), arguments -> null);
        assertThat(logged.lines()).hasSize(2);
    }

    @Test
    void onlySomeCallsHaveLines() throws Throwable {
        FakeInterceptors some = logging("calls", "client start, grpc server orders.*");
        FakeCall.of(Category.CLIENT, "start").through(some, arguments -> null);
        FakeCall.of(Category.CLIENT, "signal").through(some, arguments -> null);
        FakeCall.of(Category.GRPC_SERVER, "orders.Front/Place").through(some, arguments -> "placed");
        FakeCall.of(Category.GRPC_SERVER, "stock.Stock/Count").through(some, arguments -> "1");
        assertThat(logged.lines())
                .extracting(line -> line.replaceAll(" outcome.*", ""))
                .containsExactly("INFO call=\"client start\"", "INFO call=\"grpc server orders.Front/Place\"");
    }

    @Test
    void temporalsOwnCallsHaveNoneUnlessTheyAreNamed() throws Throwable {
        String poll = "temporal.api.workflowservice.v1.WorkflowService/PollWorkflowTaskQueue";
        FakeCall.of(Category.GRPC_CLIENT, poll).through(logging(), arguments -> "polled");
        assertThat(logged.lines()).isEmpty();
        FakeCall.of(Category.GRPC_CLIENT, poll)
                .through(logging("calls", "grpc client temporal.api.*"), arguments -> "polled");
        assertThat(logged.lines()).hasSize(1);
    }

    @Test
    void aGrpcCallSaysHowItEnded() throws Throwable {
        fail(
                FakeCall.of(Category.GRPC_CLIENT, "orders.Front/Place").with("peer", "10.0.0.7:80"),
                logging(),
                GrpcStatus.Code.UNAVAILABLE.status("secret host").exception());
        assertThat(logged.lines())
                .singleElement()
                .asString()
                .contains(" peer=10.0.0.7:80 status=UNAVAILABLE ")
                .doesNotContain("secret host");
    }

    @Test
    void theTraceIsThatOfTheHeader() throws Throwable {
        String parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        activity().header("_tracer-data", Map.of("traceparent", parent)).through(logging(), arguments -> null);
        FakeCall.of(Category.GRPC_SERVER, "orders.Front/Place")
                .header("traceparent", parent)
                .through(logging(), arguments -> "placed");
        FakeCall.of(Category.GRPC_SERVER, "orders.Front/Place")
                .header("traceparent", "00-not-a-trace" + " ".repeat(50))
                .through(logging(), arguments -> "placed");
        assertThat(logged.lines()).hasSize(3);
        assertThat(logged.lines().subList(0, 2))
                .allMatch(line -> line.endsWith(" trace_id=0af7651916cd43dd8448eb211c80319c span_id=b7ad6b7169203331"));
        assertThat(logged.lines().get(2)).doesNotContain("trace_id");
    }

    @Test
    void argumentsAreThereOnRequestAlone() throws Throwable {
        activity().arguments("visa").through(logging(), arguments -> null);
        assertThat(logged.lines()).singleElement().asString().doesNotContain("visa");
        activity().arguments("visa", 3).through(logging("arguments", "activity *"), arguments -> null);
        assertThat(logged.lines()).last().asString().endsWith(" arguments=\"[\\\"visa\\\",3]\"");
        activity()
                .arguments("x".repeat(1_000_000))
                .through(logging("arguments", "*", "arguments-limit", "20"), arguments -> null);
        assertThat(logged.lines()).last().asString().hasSizeLessThan(250);
    }

    @Test
    void theRequestOfAGrpcCallIsItsArgument() throws Throwable {
        FakeCall call = FakeCall.of(Category.GRPC_SERVER, "orders.Front/Place");
        call.through(logging("arguments", "grpc server *"), arguments -> {
            call.events().forEach(each -> each.onRequest("two eggs"));
            return "placed";
        });
        assertThat(logged.lines()).singleElement().asString().endsWith(" arguments=\"[\\\"two eggs\\\"]\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample=-1", "format=xml", "api=syslog", "mdc=Tenant"})
    void whatCannotBeIsAFailureOfTheStart(String setting) {
        String[] parts = setting.split("=");
        assertThatThrownBy(() -> logging(parts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(parts[0]);
    }
}
