package dev.heddle.extension.opentelemetrymetrics;

import com.uber.m3.tally.Stopwatch;
import com.uber.m3.tally.Timer;
import com.uber.m3.util.Duration;
import java.util.function.DoubleConsumer;

/** Tells seconds, and the application's own timer. */
record SdkTimer(Timer own, DoubleConsumer seconds) implements Timer {
    @Override
    public void record(Duration duration) {
        own.record(duration);
        seconds.accept(duration.getSeconds());
    }

    @Override
    public Stopwatch start() {
        return new Stopwatch(System.nanoTime(), begin -> record(Duration.ofNanos(System.nanoTime() - begin)));
    }
}
