package dev.heddle.extension.opentelemetrymetrics;

import com.uber.m3.tally.Buckets;
import com.uber.m3.tally.Capabilities;
import com.uber.m3.tally.Counter;
import com.uber.m3.tally.Gauge;
import com.uber.m3.tally.Histogram;
import com.uber.m3.tally.NoopScope;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.ScopeCloseException;
import com.uber.m3.tally.Timer;
import dev.heddle.extension.opentelemetrymetrics.SdkSeries.Kind;
import dev.heddle.extension.opentelemetrymetrics.SdkSeries.Tags;
import java.util.HashMap;
import java.util.Map;

/**
 * A scope that records each value at once, and tells the application's own scope of it too. Tally's usual one would keep
 * them until its own thread reports, and OpenTelemetry does that already. Thread-safe.
 */
final class SdkScope implements Scope {
    private final Scope own;
    private final SdkSeries series;
    private final String prefix;
    private final Tags tags;

    private SdkScope(Scope own, SdkSeries series, String prefix, Tags tags) {
        this.own = own;
        this.series = series;
        this.prefix = prefix;
        this.tags = tags;
    }

    /**
     * One without tags.
     *
     * @param own the application's, {@code null} for none
     */
    static Scope beside(Object own, SdkSeries series) {
        return new SdkScope(own == null ? new NoopScope() : (Scope) own, series, "", new Tags(Map.of()));
    }

    @Override
    public Counter counter(String name) {
        Counter beside = own.counter(name);
        return delta -> {
            beside.inc(delta);
            record(Kind.COUNTER, name, delta);
        };
    }

    @Override
    public Gauge gauge(String name) {
        Gauge beside = own.gauge(name);
        return value -> {
            beside.update(value);
            record(Kind.GAUGE, name, value);
        };
    }

    @Override
    public Timer timer(String name) {
        return new SdkTimer(own.timer(name), seconds -> record(Kind.TIMER, name, seconds));
    }

    @Override
    @SuppressWarnings({"deprecation", "rawtypes"}) // As Tally has it.
    public Histogram histogram(String name, Buckets buckets) {
        return new SdkHistogram(
                own.histogram(name, buckets),
                value -> record(Kind.HISTOGRAM, name, value),
                seconds -> record(Kind.TIMER, name, seconds));
    }

    private void record(Kind kind, String name, double value) {
        series.record(kind, prefix + name, tags, value);
    }

    @Override
    public Scope tagged(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(tags.attributes());
        more.forEach((tag, value) -> all.put(tag, String.valueOf(value)));
        return new SdkScope(own.tagged(more), series, prefix, new Tags(all));
    }

    @Override
    public Scope subScope(String name) {
        return new SdkScope(own.subScope(name), series, prefix + name + '_', tags);
    }

    @Override
    public Capabilities capabilities() {
        return own.capabilities();
    }

    @Override
    public void close() throws ScopeCloseException {
        own.close();
    }
}
