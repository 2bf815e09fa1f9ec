package dev.heddle.extension.opentelemetrymetrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.uber.m3.tally.NoopScope;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.Stopwatch;
import com.uber.m3.tally.ValueBuckets;
import com.uber.m3.util.Duration;
import dev.heddle.api.ConnectConfig;
import dev.heddle.extension.opentelemetrymetrics.SdkMetrics.Use;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Tally is told arrives at OpenTelemetry, and at the application's own scope. */
class SdkMetricsTest {
    private static final System.Logger LOG = System.getLogger(SdkMetricsTest.class.getName());

    private final Map<String, Object> options = new HashMap<>();

    private static SdkSeries series(int limit) {
        Recorded.all();
        return new SdkSeries(new Meters("sdk", limit, LOG));
    }

    private Scope configured(Use use, SdkSeries series) {
        ConnectConfig config = (ConnectConfig) Proxy.newProxyInstance(
                ConnectConfig.class.getClassLoader(),
                new Class<?>[] {ConnectConfig.class},
                (self, method, arguments) -> {
                    if (method.getName().equals("set")) {
                        options.put((String) arguments[0], arguments[1]);
                        return self;
                    }
                    return options.get((String) arguments[0]);
                });
        new SdkMetrics(use, series, LOG).configureServiceStubs(config);
        return (Scope) options.get("metricsScope");
    }

    @Test
    void eachKindArrivesWithItsTags() {
        Scope scope = configured(Use.AUTO, series(10)).tagged(Map.of("task_queue", "tally"));
        scope.counter("sdk_count").inc(2);
        scope.tagged(Map.of("operation", "Poll")).counter("sdk_count").inc(3);
        scope.gauge("sdk_slots").update(7);
        scope.gauge("sdk_slots").update(5);
        scope.timer("sdk_latency").record(Duration.ofMillis(1_500));
        Stopwatch watch = scope.timer("sdk_latency").start();
        watch.stop();
        scope.subScope("sub").counter("count").inc(1);
        scope.histogram("sdk_sizes", new ValueBuckets(new Double[] {1d})).recordValue(4);

        assertThat(Recorded.points("sdk_count", "task_queue", "tally"))
                .extracting(Recorded.Point::count)
                .containsExactlyInAnyOrder(2L, 3L);
        assertThat(Recorded.points("sdk_count", "operation", "Poll")).hasSize(1);
        assertThat(Recorded.points("sdk_slots", "task_queue", "tally"))
                .singleElement()
                .extracting(Recorded.Point::count)
                .isEqualTo(5L);
        assertThat(Recorded.points("sdk_latency", "task_queue", "tally"))
                .singleElement()
                .satisfies(latency -> assertThat(latency.count()).isEqualTo(2))
                .satisfies(latency -> assertThat(latency.sum()).isBetween(1.5, 1_000d));
        assertThat(Recorded.points("sub_count", "task_queue", "tally")).hasSize(1);
        assertThat(Recorded.points("sdk_sizes", "task_queue", "tally"))
                .singleElement()
                .extracting(Recorded.Point::sum)
                .isEqualTo(4d);
    }

    @Test
    void theApplicationsScopeIsLeftAloneUnlessBothAreWanted() {
        Scope own = SdkScope.beside(null, new SdkSeries(new Meters("the application's", 10, LOG)));
        options.put("metricsScope", own);
        assertThat(configured(Use.AUTO, series(10))).isSameAs(own);

        Scope both = configured(Use.ALWAYS, series(10));
        assertThat(both).isNotSameAs(own);
        both.tagged(Map.of("task_queue", "both")).timer("sdk_both").record(Duration.ofSeconds(2));
        assertThat(Recorded.points("sdk_both", "task_queue", "both"))
                .extracting(Recorded.Point::sum)
                .containsExactly(2d, 2d);
    }

    @Test
    void theSdksScopeThatDoesNothingIsReplaced() {
        options.put("metricsScope", new NoopScope());
        assertThat(configured(Use.AUTO, series(10))).isInstanceOf(SdkScope.class);
    }

    @Test
    void thereIsALimitAndAnEnd() {
        SdkSeries series = series(1);
        Scope scope = SdkScope.beside(null, series);
        scope.counter("sdk_first").inc(1);
        scope.tagged(Map.of("task_queue", "one too many")).counter("sdk_first").inc(1);
        scope.counter("sdk_second").inc(1);
        assertThat(Recorded.points("sdk_first", "otel.metric.overflow", "true")).hasSize(1);
        series.close();
        scope.counter("sdk_first").inc(10);
        assertThat(Recorded.points().stream().filter(point -> point.metric().startsWith("sdk_first")))
                .extracting(Recorded.Point::count)
                .containsExactly(1L, 1L);
        assertThat(Recorded.points().stream().map(Recorded.Point::metric)).doesNotContain("sdk_second");
    }

    @Test
    void whatCannotBeRecordedIsNotTheSdksConcern() {
        Scope scope = SdkScope.beside(null, series(10));
        scope.tagged(Collections.singletonMap("task_queue", null))
                .counter("sdk_odd")
                .inc(1);
        scope.counter("no name of a metric: \u0000").inc(1);
        assertThat(Recorded.points("sdk_odd", "task_queue", "null")).hasSize(1);
    }

    @Test
    void anUnknownChoiceIsRefused() {
        assertThatThrownBy(() -> Recorded.extension(Map.of("sdk", "yes")))
                .hasMessageContaining("auto, always or never");
    }
}
