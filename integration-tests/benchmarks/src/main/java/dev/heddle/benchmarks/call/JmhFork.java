package dev.heddle.benchmarks.call;

import dev.heddle.benchmarks.Setting;
import dev.heddle.benchmarks.report.Figures;
import dev.heddle.benchmarks.report.Unit;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One JVM in which JMH measures one method. Its iterations are many and short and their median counts: what else the
 * machine does meanwhile spoils a few of them and not their median.
 */
public final class JmhFork {
    private static final int WARMUPS = 5;

    private final ChainedOptionsBuilder options;

    /**
     * A fork that is not set up.
     *
     * @param method the class, which may lack its package, and the method
     */
    public JmhFork(Setting setting, String method) {
        // Another run on the machine spoils the figures, which the spread shows. JMH would fail instead.
        System.setProperty("jmh.ignoreLock", "true");
        options = new OptionsBuilder()
                .include("\\." + method.replace(".", "\\.") + "$")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .timeout(TimeValue.seconds(60))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.NORMAL)
                .output(setting.folder().resolve("jmh.txt").toString());
    }

    public JmhFork parameter(String name, String value) {
        options.param(name, value);
        return this;
    }

    public JmhFork threads(int threads) {
        options.threads(threads);
        return this;
    }

    /** For how many seconds it warms up, and is measured in how many iterations. */
    public JmhFork times(double warmup, double measurement, int iterations) {
        options.warmupIterations(WARMUPS)
                .warmupTime(part(warmup, WARMUPS))
                .measurementIterations(iterations)
                .measurementTime(part(measurement, iterations));
        return this;
    }

    public JmhFork jvm(String... arguments) {
        options.jvmArgsAppend(arguments);
        return this;
    }

    /** Measures, and adds the medians of time, processor's time and bytes. */
    public void run(Figures figures) throws RunnerException {
        for (RunResult result : new Runner(options.build()).run()) {
            figures.add(Unit.NANOSECONDS, median(result.getPrimaryResult()));
            figures.add(
                    Unit.CPU_NANOSECONDS, median(result.getSecondaryResults().get(CpuProfiler.LABEL)));
            figures.add(
                    Unit.BYTES, Math.rint(median(result.getSecondaryResults().get("gc.alloc.rate.norm"))));
        }
    }

    private static TimeValue part(double seconds, int parts) {
        return TimeValue.milliseconds((long) (seconds * 1000 / parts));
    }

    private static double median(Result<?> result) {
        return result.getStatistics().getPercentile(50);
    }
}
