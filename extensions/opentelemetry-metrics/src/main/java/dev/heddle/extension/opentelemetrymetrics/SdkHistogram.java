package dev.heddle.extension.opentelemetrymetrics;

import com.uber.m3.tally.Histogram;
import com.uber.m3.tally.Stopwatch;
import com.uber.m3.util.Duration;
import java.util.function.DoubleConsumer;

/** Tells values or seconds, and the application's own histogram. */
record SdkHistogram(Histogram own, DoubleConsumer values, DoubleConsumer seconds) implements Histogram {
    @Override
    public void recordValue(double value) {
        own.recordValue(value);
        values.accept(value);
    }

    @Override
    public void recordDuration(Duration duration) {
        own.recordDuration(duration);
        seconds.accept(duration.getSeconds());
    }

    @Override
    public Stopwatch start() {
        return new Stopwatch(System.nanoTime(), begin -> recordDuration(Duration.ofNanos(System.nanoTime() - begin)));
    }
}
