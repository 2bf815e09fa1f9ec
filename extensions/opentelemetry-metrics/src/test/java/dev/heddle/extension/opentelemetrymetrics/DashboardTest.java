package dev.heddle.extension.opentelemetrymetrics;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dashboard asks for what is exported, under the names that Prometheus has for it, and leaves nothing out. */
class DashboardTest {
    private static final Pattern METRIC = Pattern.compile("(?:rate|label_values)\\(([a-z_]+)");
    private static final Pattern GROUPED = Pattern.compile("sum by \\(([^)]*)\\) \\(rate\\(([a-z_]+)");
    private static final Pattern SELECTED = Pattern.compile("([a-z_]+)\\{([^}]*)\\}\\[");

    /** The labels of each series of Prometheus. */
    private static Map<String, Set<String>> exported() throws Throwable {
        Sample.runThrough(Recorded.extension(Map.of("payloads", "true")), "Dashboard");
        Map<String, Set<String>> labels = new HashMap<>();
        for (MetricData metric : Recorded.all()) {
            Set<String> keys = metric.getData().getPoints().stream()
                    .flatMap(point -> point.getAttributes().asMap().keySet().stream())
                    .map(key -> key.getKey().replace('.', '_'))
                    .collect(toCollection(TreeSet::new));
            keys.add("le");
            boolean histogram = metric.getType() == MetricDataType.HISTOGRAM;
            for (String suffix : histogram ? new String[] {"_bucket", "_count", "_sum"} : new String[] {"_total"}) {
                labels.put(prometheus(metric) + suffix, keys);
            }
        }
        return labels;
    }

    /** As OpenTelemetry's specification translates names and units. */
    private static String prometheus(MetricData metric) {
        String unit = switch (metric.getUnit()) {
            case "s" -> "_seconds";
            case "By" -> "_bytes";
            default -> "";
        };
        return metric.getName().replace('.', '_') + unit;
    }

    private static Set<String> queries() throws Exception {
        JsonNode dashboard =
                new ObjectMapper().readTree(Path.of("dashboard.json").toFile());
        Set<String> queries = new TreeSet<>();
        dashboard.findValues("expr").forEach(query -> queries.add(query.textValue()));
        dashboard.findValues("query").stream()
                .map(JsonNode::textValue)
                .filter(query -> query.startsWith("label_values"))
                .forEach(queries::add);
        assertThat(queries).hasSizeGreaterThan(10);
        return queries;
    }

    @Test
    void eachMetricExistsAndNoneIsMissing() throws Throwable {
        Set<String> asked = queries().stream()
                .flatMap(query -> METRIC.matcher(query).results())
                .map(found -> found.group(1))
                .collect(toCollection(TreeSet::new));
        Set<String> exported = exported().keySet();
        assertThat(exported).containsAll(asked);
        assertThat(bases(exported)).isEqualTo(bases(asked));
    }

    /** Without what a series has at its end. */
    private static Set<String> bases(Set<String> series) {
        Set<String> bases = new TreeSet<>();
        series.forEach(each -> bases.add(each.replaceAll("_(bucket|count|sum|total)$", "")));
        return bases;
    }

    @Test
    void eachLabelIsOneOfItsMetric() throws Throwable {
        Map<String, Set<String>> exported = exported();
        int looked = 0;
        for (String query : queries()) {
            for (MatchResult grouped : GROUPED.matcher(query).results().toList()) {
                assertThat(exported.get(grouped.group(2)))
                        .as(query)
                        .contains(grouped.group(1).split(", "));
                looked++;
            }
            for (MatchResult selected : SELECTED.matcher(query).results().toList()) {
                for (String condition : selected.group(2).split(",")) {
                    assertThat(exported.get(selected.group(1)))
                            .as(query)
                            .contains(condition.split("=")[0]);
                }
            }
        }
        assertThat(looked).isGreaterThan(10);
    }
}
