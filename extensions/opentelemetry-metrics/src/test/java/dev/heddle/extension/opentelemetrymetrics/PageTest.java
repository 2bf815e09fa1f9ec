package dev.heddle.extension.opentelemetrymetrics;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.testing.fake.FakeInterceptors;
import dev.heddle.testing.fake.FakeSettings;
import dev.heddle.testing.fake.SettingsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of this extension has a row for each setting and each metric, and an example of what is really exported. */
class PageTest {
    private static final Path PAGE = Path.of("README.md");

    @Test
    void theTableHasEachSetting() throws Exception {
        FakeSettings settings = new FakeSettings("opentelemetry-metrics", Map.of());
        FakeInterceptors.of(settings, new OpentelemetryMetrics());
        assertThat(SettingsTable.names(PAGE)).containsExactlyInAnyOrderElementsOf(settings.asked());
    }

    @Test
    void theTableHasEachMetric() throws Throwable {
        Sample.runThrough(Recorded.extension(Map.of("payloads", "true")), "Named");
        List<String> named = Pattern.compile("^\\| `((?:heddle_|grpc\\.)[a-z_.]+)` \\|", Pattern.MULTILINE)
                .matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(Recorded.points().stream()
                        .map(Recorded.Point::metric)
                        // The SDK's own are another test's.
                        .filter(metric -> metric.matches("(heddle_|grpc\\.).*"))
                        .collect(toCollection(TreeSet::new)));
    }

    @Test
    void theExampleIsWhatComesOut() throws Throwable {
        Sample.runThrough(Recorded.extension(Map.of("payloads", "true")), "Order");
        List<String> page = Files.readAllLines(PAGE);
        int begin = page.indexOf("```text") + 1;
        List<String> example =
                page.subList(begin, begin + page.subList(begin, page.size()).indexOf("```"));
        assertThat(example)
                .containsExactlyInAnyOrderElementsOf(Recorded.points().stream()
                        .filter(point -> "Order".equals(point.attributes().get("workflow_type"))
                                || point.attributes().containsValue("bank.Bank/Debit")
                                || point.attributes().containsValue("orders.Front/Place"))
                        .map(PageTest::line)
                        .toList());
    }

    private static String line(Recorded.Point point) {
        return point.metric()
                + point.attributes().entrySet().stream()
                        .map(each -> each.getKey() + "=\"" + each.getValue() + '"')
                        .collect(joining(",", "{", "}"));
    }
}
