package dev.heddle.extension.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Category;
import dev.heddle.api.GrpcException;
import dev.heddle.api.GrpcStatus;
import dev.heddle.testing.fake.FakeCall;
import dev.heddle.testing.fake.FakeInterceptors;
import dev.heddle.testing.fake.FakeSettings;
import dev.heddle.testing.fake.SettingsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of this extension has a row for each setting, none that does not exist, and lines as they come out. */
class PageTest {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void theTableHasEachSetting() throws Exception {
        FakeSettings settings = new FakeSettings("logging", Map.of());
        FakeInterceptors.of(settings, new Logging());
        assertThat(SettingsTable.names(Path.of("README.md"))).containsExactlyInAnyOrderElementsOf(settings.asked());
    }

    @Test
    void theLinesAreThoseThatComeOut() throws Throwable {
        List<String> page = Files.readString(Path.of("README.md")).lines().toList();
        int begin = page.indexOf("```text") + 1;
        List<String> example =
                page.subList(begin, begin + page.subList(begin, page.size()).indexOf("```"));
        try (Logged logged = new Logged("page")) {
            FakeInterceptors logging = FakeInterceptors.of(
                    new Logging(), Map.of("logger", "page", "arguments", "client start", "slow", "1m"));
            String workflow = "order-17";
            FakeCall.of(Category.CLIENT, "start")
                    .with("name", "Order")
                    .with("id", workflow)
                    .with("workflowId", workflow)
                    .with("workflowType", "Order")
                    .with("taskQueue", "orders")
                    .with("namespace", "default")
                    .header("_tracer-data", Map.of("traceparent", TRACE))
                    .arguments(Map.of("card", Map.of("token", "tok_1")))
                    .through(logging, arguments -> null);
            FakeCall.of(Category.WORKFLOW_OUTBOUND, "executeActivity")
                    .with("name", "Charge")
                    .with("workflowId", workflow)
                    .with("runId", "0199-b1")
                    .with("workflowType", "Order")
                    .with("taskQueue", "orders")
                    .with("namespace", "default")
                    .with("attempt", 1)
                    .with("currentTime", Instant.EPOCH)
                    .through(logging, arguments -> null);
            FakeCall failing =
                    FakeCall.of(Category.GRPC_CLIENT, "bank.Bank/Debit").with("peer", "10.0.3.4:443");
            try {
                failing.through(logging, arguments -> {
                    throw GrpcStatus.Code.UNAVAILABLE.status("gone").exception();
                });
            } catch (GrpcException expected) {
                assertThat(expected).hasMessageContaining("gone");
            }
            assertThat(example.stream()
                            .map(line -> line.replaceAll("duration_ms=[0-9.]+", "duration_ms=1.000"))
                            .toList())
                    .isEqualTo(logged.lines());
        }
    }
}
