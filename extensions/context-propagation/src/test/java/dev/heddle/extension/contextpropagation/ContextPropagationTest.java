package dev.heddle.extension.contextpropagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import dev.heddle.testing.fake.FakeCall;
import dev.heddle.testing.fake.FakeInterceptors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/** MDC belongs to the thread, so the tests may run side by side. */
class ContextPropagationTest {
    private FakeInterceptors interceptors;

    @BeforeEach
    void register() throws Exception {
        MDC.clear();
        interceptors = FakeInterceptors.of(new ContextPropagation(), Map.of());
    }

    @AfterEach
    void clear() {
        MDC.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT, start",
        "CLIENT, signal",
        "CLIENT, query",
        "CLIENT, startUpdate",
        "WORKFLOW_OUTBOUND, executeActivity",
        "WORKFLOW_OUTBOUND, executeLocalActivity",
        "WORKFLOW_OUTBOUND, executeChildWorkflow",
        "WORKFLOW_OUTBOUND, signalExternalWorkflow",
        "WORKFLOW_OUTBOUND, continueAsNew",
        "GRPC_CLIENT, orders.Front/Place"
    })
    void whatLeavesTakesTheValueAlong(Category category, String operation) throws Throwable {
        MDC.put("userId", "ada");
        FakeCall call = FakeCall.of(category, operation);
        assertThat(call.through(interceptors, arguments -> call.headers().get("userId")))
                .isEqualTo("ada");
    }

    @ParameterizedTest
    @CsvSource({
        "WORKFLOW_INBOUND, execute",
        "WORKFLOW_INBOUND, handleSignal",
        "WORKFLOW_INBOUND, handleQuery",
        "WORKFLOW_INBOUND, validateUpdate",
        "WORKFLOW_INBOUND, executeUpdate",
        "ACTIVITY_INBOUND, execute",
        "NEXUS_INBOUND, startOperation",
        "GRPC_SERVER, orders.Front/Place"
    })
    void whatArrivesHasTheValueInPlace(Category category, String operation) throws Throwable {
        FakeCall call = FakeCall.of(category, operation).header("userId", "ada");
        assertThat(call.through(interceptors, arguments -> MDC.get("userId"))).isEqualTo("ada");
        assertNothingLeft();
    }

    @Test
    void theHandlerOfAStreamHasTheValueWheneverItIsCalled() throws Throwable {
        FakeCall chat = FakeCall.of(Category.GRPC_SERVER, "orders.Front/Chat").header("userId", "ada");
        chat.through(interceptors, arguments -> null);
        try (AutoCloseable message = chat.events().get(0).scope()) {
            assertThat(MDC.get("userId")).isEqualTo("ada");
        }
        assertNothingLeft();
    }

    @Test
    void aValueGoesAllTheWay() throws Throwable {
        MDC.put("userId", "ada");
        FakeCall start = FakeCall.of(Category.CLIENT, "start");
        start.through(interceptors, arguments -> null);
        MDC.clear();

        FakeCall workflow = FakeCall.of(Category.WORKFLOW_INBOUND, "execute")
                .header("userId", start.headers().get("userId"));
        FakeCall activity = FakeCall.of(Category.WORKFLOW_OUTBOUND, "executeActivity");
        workflow.through(interceptors, arguments -> activity.through(interceptors, none -> null));
        assertThat(activity.headers().get("userId")).isEqualTo("ada");
        assertNothingLeft();
    }

    @Test
    void withoutAValueNoHeader() throws Throwable {
        FakeCall call = FakeCall.of(Category.CLIENT, "start");
        call.through(interceptors, arguments -> null);
        assertThat(call.headers().names()).isEmpty();
    }

    @Test
    void aCallWithoutHeadersIsLeftAlone() {
        assertThat(interceptors.of(Operation.of(Category.CLIENT, "describe", false)))
                .isEmpty();
    }

    @Test
    void whatTheSdkSaysToItsServerIsLeftAlone() {
        String poll = "temporal.api.workflowservice.v1.WorkflowService/PollWorkflowTaskQueue";
        assertThat(interceptors.of(Operation.of(Category.GRPC_CLIENT, poll, true)))
                .isEmpty();
    }

    @Test
    void thePreviousValueComesBack() throws Throwable {
        MDC.put("userId", "grace");
        FakeCall call = FakeCall.of(Category.ACTIVITY_INBOUND, "execute").header("userId", "ada");
        assertThat(call.through(interceptors, arguments -> MDC.get("userId"))).isEqualTo("ada");
        assertThat(MDC.get("userId")).isEqualTo("grace");
    }

    @Test
    void withoutAHeaderMdcStaysAsItIs() throws Throwable {
        MDC.put("userId", "grace");
        FakeCall call = FakeCall.of(Category.ACTIVITY_INBOUND, "execute");
        assertThat(call.through(interceptors, arguments -> MDC.get("userId"))).isEqualTo("grace");
        assertThat(MDC.get("userId")).isEqualTo("grace");
    }

    @Test
    void anUnreadableHeaderIsIgnored() throws Throwable {
        FakeCall call = FakeCall.of(Category.ACTIVITY_INBOUND, "execute").header("userId", Map.of("first", "Ada"));
        assertThat(call.through(interceptors, arguments -> String.valueOf(MDC.get("userId"))))
                .isEqualTo("null");
    }

    @Test
    void whatTheCodeSetsItselfDoesNotStayOnTheThread() throws Throwable {
        FakeCall call = FakeCall.of(Category.ACTIVITY_INBOUND, "execute").header("userId", "ada");
        call.through(interceptors, arguments -> {
            MDC.put("userId", "eve");
            return null;
        });
        assertNothingLeft();
    }

    @Test
    void exceptionsAndErrorsPassAsTheyAre() {
        for (Throwable thrown : new Throwable[] {new IllegalStateException("no stock"), new StackOverflowError()}) {
            FakeCall call = FakeCall.of(Category.WORKFLOW_INBOUND, "execute").header("userId", "ada");
            assertThatThrownBy(() -> call.through(interceptors, arguments -> {
                        throw thrown;
                    }))
                    .isSameAs(thrown);
            assertNothingLeft();
        }
    }

    @Test
    void anExceptionOfTheCodeIsNotTakenForAnUnreadableHeader() {
        IllegalArgumentException thrown = new IllegalArgumentException("of the code");
        FakeCall call = FakeCall.of(Category.WORKFLOW_INBOUND, "execute").header("userId", "ada");
        assertThatThrownBy(() -> call.through(interceptors, arguments -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    @Test
    void carriesTheKeysThatTheSettingsName() throws Throwable {
        Map<String, String> settings = Map.of("keys", "tenant, locale", "header-prefix", "x-");
        FakeInterceptors chosen = FakeInterceptors.of(new ContextPropagation(), settings);
        MDC.put("userId", "ada");
        MDC.put("tenant", "acme");
        MDC.put("locale", "de");
        FakeCall leaving = FakeCall.of(Category.CLIENT, "start");
        leaving.through(chosen, arguments -> null);
        assertThat(leaving.headers().names()).containsExactlyInAnyOrder("x-tenant", "x-locale");
        MDC.clear();

        FakeCall arriving = FakeCall.of(Category.ACTIVITY_INBOUND, "execute")
                .header("x-tenant", "acme")
                .header("x-locale", "de");
        assertThat(arriving.through(chosen, arguments -> MDC.getCopyOfContextMap()))
                .isEqualTo(Map.of("tenant", "acme", "locale", "de"));
        assertNothingLeft();
    }

    /** As other programs call them; the prefix is not for these. */
    @Test
    void anEntryMayTravelUnderAnotherName() throws Throwable {
        FakeInterceptors chosen = FakeInterceptors.of(
                new ContextPropagation(), Map.of("keys", "tenant, userId = __my_user_id", "header-prefix", "x-"));
        MDC.put("tenant", "acme");
        MDC.put("userId", "ada");
        FakeCall leaving = FakeCall.of(Category.CLIENT, "start");
        leaving.through(chosen, arguments -> null);
        assertThat(leaving.headers().names()).containsExactlyInAnyOrder("x-tenant", "__my_user_id");
        MDC.clear();

        FakeCall arriving = FakeCall.of(Category.ACTIVITY_INBOUND, "execute").header("__my_user_id", "ada");
        assertThat(arriving.through(chosen, arguments -> MDC.get("userId"))).isEqualTo("ada");
        assertNothingLeft();
    }

    /** As Go's sample does it. */
    @Test
    void entriesMayTravelTogetherInAnObject() throws Throwable {
        FakeInterceptors chosen = FakeInterceptors.of(
                new ContextPropagation(), Map.of("keys", "kind=custom-header/key, userId=custom-header/value"));
        MDC.put("kind", "user");
        MDC.put("userId", "ada");
        FakeCall leaving = FakeCall.of(Category.WORKFLOW_OUTBOUND, "executeActivity");
        leaving.through(chosen, arguments -> null);
        assertThat(leaving.headers().names()).containsExactly("custom-header");
        assertThat((Object) leaving.headers().get("custom-header", Map.class))
                .isEqualTo(Map.of("key", "user", "value", "ada"));
        MDC.clear();

        FakeCall arriving = FakeCall.of(Category.WORKFLOW_INBOUND, "execute")
                .header("custom-header", Map.of("value", "ada", "key", 7));
        assertThat(arriving.through(chosen, arguments -> MDC.getCopyOfContextMap()))
                .isEqualTo(Map.of("userId", "ada"));
        assertNothingLeft();
    }

    /** Whose headers are texts. */
    @ParameterizedTest
    @CsvSource({"GRPC_CLIENT, orders.Front/Place", "WORKFLOW_OUTBOUND, executeNexusOperation"})
    void anObjectDoesNotGoByGrpcOrNexus(Category category, String operation) throws Throwable {
        FakeInterceptors chosen =
                FakeInterceptors.of(new ContextPropagation(), Map.of("keys", "userId=custom-header/value"));
        MDC.put("userId", "ada");
        FakeCall leaving = FakeCall.of(category, operation).with("nexusOperation", "serve");
        leaving.through(chosen, arguments -> null);
        assertThat(leaving.headers().names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jürgen", "李", "two\nlines", "", " ", "\0", "percent%C3%BC"})
    void anyTextIsCarriedExactly(String text) throws Throwable {
        for (List<Category> way : List.of(
                List.of(Category.CLIENT, Category.WORKFLOW_INBOUND),
                List.of(Category.GRPC_CLIENT, Category.GRPC_SERVER))) {
            MDC.put("userId", text);
            FakeCall leaving = FakeCall.of(way.get(0), "orders.Front/Place");
            leaving.through(interceptors, arguments -> null);
            MDC.clear();
            FakeCall arriving = FakeCall.of(way.get(1), "orders.Front/Place")
                    .header("userId", leaving.headers().get("userId"));
            assertThat(arriving.through(interceptors, arguments -> MDC.get("userId")))
                    .isEqualTo(text);
        }
    }

    @Test
    void whatIsTooLargeIsLeftOutWithOneLine() throws Throwable {
        FakeInterceptors chosen = FakeInterceptors.of(new ContextPropagation(), Map.of("keys", "userId, tenant"));
        MDC.put("tenant", "acme");
        for (String large : List.of("x".repeat(9_000), "x".repeat(5_000_000), "ü".repeat(600))) {
            MDC.put("userId", large);
            FakeCall leaving = FakeCall.of(Category.CLIENT, "start");
            leaving.through(chosen, arguments -> null);
            assertThat(leaving.headers().names()).containsExactly("tenant");
        }
        assertThat(chosen.log())
                .containsExactly(
                        "WARNING: userId is not sent where it is as large as now, 9000 bytes: the setting limit"
                                + " says how many it may have");
        MDC.clear();
        FakeCall arriving = FakeCall.of(Category.GRPC_SERVER, "orders.Front/Place")
                .header("userId", "x".repeat(9_000))
                .header("tenant", "acme");
        arriving.through(chosen, arguments -> {
            assertThat(MDC.get("userId")).isNull();
            assertThat(MDC.get("tenant")).isEqualTo("acme");
            return null;
        });
        assertThat(chosen.log()).hasSize(2).last().asString().contains("userId is not taken from a header");
    }

    @Test
    void thereIsALimitForAllTogether() throws Throwable {
        FakeInterceptors chosen = FakeInterceptors.of(
                new ContextPropagation(), Map.of("keys", "first, second, third", "limit", "8", "total", "12"));
        MDC.put("first", "12345678");
        MDC.put("second", "12345678");
        MDC.put("third", "1234");
        FakeCall leaving = FakeCall.of(Category.GRPC_CLIENT, "orders.Front/Place");
        leaving.through(chosen, arguments -> null);
        assertThat(leaving.headers().names()).containsExactlyInAnyOrder("first", "third");
        assertThat(chosen.log()).singleElement().asString().contains("second is not sent", "the setting total");
    }

    @ParameterizedTest
    @CsvSource({
        "GRPC_SERVER, orders.Front/Place, /192.0.2.7:4711, false",
        "GRPC_SERVER, orders.internal.Stock/Count, /192.0.2.7:4711, true",
        "GRPC_SERVER, orders.Front/Place, gateway/10.0.3.4:4711, true",
        "GRPC_SERVER, orders.Front/Place, , false",
        "WORKFLOW_INBOUND, execute, , true",
        "ACTIVITY_INBOUND, execute, , false"
    })
    void onlyWhoIsTrustedIsBelieved(Category category, String operation, String peer, boolean believed)
            throws Throwable {
        FakeInterceptors chosen = FakeInterceptors.of(
                new ContextPropagation(),
                Map.of("trust", "workflow inbound *, grpc server orders.internal.*, peer 10.0.*"));
        FakeCall call =
                FakeCall.of(category, operation).header("userId", "admin").with("peer", peer);
        assertThat(call.through(chosen, arguments -> MDC.get("userId"))).isEqualTo(believed ? "admin" : null);
    }

    @Test
    void nobodyIsBelievedWhereNobodyIsTrusted() throws Throwable {
        FakeInterceptors chosen = FakeInterceptors.of(new ContextPropagation(), Map.of("trust", ""));
        FakeCall call = FakeCall.of(Category.GRPC_SERVER, "orders.Front/Place").header("userId", "admin");
        assertThat(call.through(chosen, arguments -> MDC.get("userId"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user id", "grpc-user", "user-bin", "user:", "名"})
    void aKeyThatIsNoHeadersNameIsAFailureOfTheStart(String key) {
        assertThatThrownBy(() -> FakeInterceptors.of(new ContextPropagation(), Map.of("keys", key)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + key + "'");
    }

    @ParameterizedTest
    @CsvSource({"user=, ''", "user=a b, a b", "user=/name, ''", "user=grpc-user/name, grpc-user"})
    void neitherIsAnotherNameThatNoHeaderHas(String key, String header) {
        assertThatThrownBy(() -> FakeInterceptors.of(new ContextPropagation(), Map.of("keys", key)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + header + "'");
    }

    private static void assertNothingLeft() {
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }
}
