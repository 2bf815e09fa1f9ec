package dev.heddle.grpc.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.GrpcException;
import dev.heddle.harness.Repository;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The extension {@code grpc-status}, with handlers that throw at once and handlers that report from another thread. */
class GrpcStatusTest {
    private static final List<String> KINDS =
            List.of("UNARY", "CLIENT_STREAMING", "SERVER_STREAMING", "BIDI_STREAMING");
    private static final String ACME = Raised.AcmeException.class.getName();

    private Application application;

    private void start(String... settings) {
        application = Start.with(List.of(Repository.extensionJar("grpc-status")), "grpc-status.", settings);
    }

    @AfterEach
    void stop() throws Exception {
        application.close();
    }

    /** The outcome of a call of any kind, which must be the same for all four. */
    private String failure(String handlers, String request) {
        Set<String> outcomes = new HashSet<>();
        KINDS.forEach(kind -> outcomes.add(application.call(handlers, kind, request)));
        assertThat(outcomes).hasSize(1);
        return outcomes.iterator().next();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async"})
    void noException(String handlers) {
        start("default", "INTERNAL");
        assertThat(failure(handlers, "hello")).isEqualTo("hello|OK: null|null|handled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async"})
    void customDetails(String handlers) {
        start();
        assertThat(failure(handlers, "typed NotFound custom")).isEqualTo("NOT_FOUND: custom|null|handled");
    }

    @ParameterizedTest
    @CsvSource({"sync,Application error processing RPC", "async,null"})
    void nonGrpcException(String handlers, String description) {
        start();
        assertThat(failure(handlers, "throw java.lang.IllegalArgumentException secret"))
                .isEqualTo("UNKNOWN: " + description + "|null|handled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async"})
    void nonGrpcExceptionWithOverride(String handlers) {
        start("default", "INTERNAL", "messages", "true");
        assertThat(failure(handlers, "throw java.lang.IllegalArgumentException text"))
                .isEqualTo("INTERNAL: text|null|handled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async"})
    void messagesStayHereByDefault(String handlers) {
        start("default", "INTERNAL", "map", "java.lang.IllegalArgumentException=INVALID_ARGUMENT");
        assertThat(failure(handlers, "throw java.lang.IllegalArgumentException secret"))
                .isEqualTo("INVALID_ARGUMENT: null|null|handled");
        assertThat(failure(handlers, "throw java.lang.UnsupportedOperationException secret"))
                .isEqualTo("INTERNAL: null|null|handled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async"})
    void abortedContext(String handlers) {
        start("default", "INTERNAL", "map", "java.lang.RuntimeException=INTERNAL");
        assertThat(failure(handlers, "status RESOURCE_EXHAUSTED resource exhausted"))
                .isEqualTo("RESOURCE_EXHAUSTED: resource exhausted|trailer|handled");
    }

    @Test
    void overrideWithOk() {
        Log.clear();
        start("default", "OK");
        assertThat(Log.text())
                .contains("heddle.extension.grpc-status.default says OK, and a call that fails is never OK");
        assertThat(failure("async", "throw java.lang.IllegalArgumentException text"))
                .startsWith("UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async"})
    void allExceptions(String handlers) throws ReflectiveOperationException {
        start();
        Set<String> codes = new HashSet<>();
        Set<String> details = new HashSet<>();
        for (Class<?> type : GrpcException.class.getDeclaredClasses()) {
            GrpcException example = (GrpcException) type.getConstructor().newInstance();
            assertThat(failure(handlers, "typed " + type.getSimpleName()))
                    .isEqualTo(example.statusString() + ": " + example.status().description() + "|null|handled");
            codes.add(example.statusString());
            details.add(example.status().description());
        }
        assertThat(codes).hasSize(16).doesNotContain("OK");
        assertThat(details).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async"})
    void exceptionInStreamingResponse(String handlers) {
        start("map", ACME + "=NOT_FOUND");
        assertThat(application.call(handlers, "SERVER_STREAMING", "after throw " + ACME + " text"))
                .isEqualTo("first|second|NOT_FOUND: null|null|handled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async"})
    void extending(String handlers) {
        application = Start.with(
                List.of(Repository.extensionJar("grpc-status"), Start.packed(CustomHandler.class)),
                "grpc-status.",
                "map",
                "java.lang.RuntimeException=INTERNAL");
        assertThat(failure(handlers, "throw java.lang.ArithmeticException corrupt"))
                .isEqualTo("DATA_LOSS: corrupt|null|handled");
        assertThat(failure(handlers, "throw java.lang.IllegalArgumentException other"))
                .isEqualTo("INTERNAL: null|null|handled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async"})
    void mappedThroughCausesAndSuperclassesTheNearestWins(String handlers) {
        start(
                "map",
                "java.lang.RuntimeException=INTERNAL, java.util.NoSuchElementException:NOT_FOUND,"
                        + "java.lang.IllegalStateException=ABORTED");
        assertThat(failure(handlers, "throw java.util.InputMismatchException text"))
                .startsWith("NOT_FOUND:");
        assertThat(failure(handlers, "wrap java.util.NoSuchElementException text"))
                .startsWith("ABORTED:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "async"})
    void mappedCause(String handlers) {
        start("default", "INTERNAL", "map", "java.util.NoSuchElementException=NOT_FOUND");
        assertThat(failure(handlers, "wrap java.util.NoSuchElementException text"))
                .isEqualTo("NOT_FOUND: null|null|handled");
    }

    @Test
    void trailersOfAnotherCallStayHere() {
        start("map", ACME + "=NOT_FOUND");
        assertThat(failure("sync", "downstream UNAVAILABLE secret")).isEqualTo("NOT_FOUND: null|null|handled");
    }

    @Test
    void closedAsCoroutinesDo() {
        start("map", ACME.replace('$', '.') + "=NOT_FOUND");
        assertThat(application.call("sync", "UNKNOWN", "hello")).isEqualTo("NOT_FOUND: null|null|handled");
    }

    @Test
    void wrongCodesAndEntriesAreNamed() throws Exception {
        for (Map.Entry<String, String> wrong : Map.of(
                        "map", "java.lang.RuntimeException", "default", "NOTFOUND", "messages", "perhaps")
                .entrySet()) {
            Log.clear();
            start(wrong.getKey(), wrong.getValue());
            assertThat(Log.text()).contains("heddle.extension.grpc-status." + wrong.getKey(), wrong.getValue());
            application.close();
        }
    }
}
