package dev.heddle.benchmarks.call;

import dev.heddle.benchmarks.ExtensionJar;
import dev.heddle.benchmarks.Form;
import dev.heddle.benchmarks.Setting;
import dev.heddle.benchmarks.report.Figures;
import dev.heddle.benchmarks.report.Unit;
import java.io.IOException;
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
 * One JVM in which JMH measures one benchmark of one arm. Its iterations are many and short and their median counts:
 * what else the machine does meanwhile spoils a few of them and not their median.
 */
public final class Fork {
    private static final int WARMUPS = 5;
    private static final int ITERATIONS = 50;
    private static final int ITERATIONS_OF_GRPC = 10;

    /** What a fork takes besides: its start, that of a worker for some, its end. For the plan alone. */
    private static final double OTHER_SECONDS = 1.4;

    private final Setting setting;
    private final String heddle;

    public Fork(Setting setting) throws IOException {
        this.setting = setting;
        this.heddle = setting.heddle(ExtensionJar.measured(setting));
        // Another run on the machine spoils the figures, which the spread shows. JMH would fail instead.
        System.setProperty("jmh.ignoreLock", "true");
    }

    /** How many calls a crowd makes: with 80,000 a call over loopback takes half of what it takes with none. */
    private static int crowd(Subject subject, Form form) {
        return subject.isLoopback() ? form.pick(80_000, 10_000) : 0;
    }

    private static double warmupSeconds(Subject subject, Form form) {
        if (subject.isLoopback()) {
            // After the crowd.
            return form.seconds(4, 0.2);
        }
        // Much of gRPC must be compiled before it is at its pace; of Temporal's calls all is, after a second.
        return subject.isGrpc() ? form.seconds(3.2, 0.5) : form.seconds(1.5, 1);
    }

    private static double seconds(Subject subject, Form form) {
        return subject.isGrpc() ? form.seconds(0.8, 0.3) : form.seconds(0.4, 0.2);
    }

    /** How long a fork takes, for the plan. */
    public static double plannedSeconds(Subject subject, Form form) {
        double crowdSeconds = crowd(subject, form) / 10_000.0;
        return crowdSeconds + warmupSeconds(subject, form) + seconds(subject, form) + OTHER_SECONDS;
    }

    public void measure(Subject subject, Arm arm, int threads, Figures figures) throws RunnerException {
        int iterations = subject.isGrpc() ? ITERATIONS_OF_GRPC : ITERATIONS;
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\." + subject.method().replace(".", "\\.") + "$")
                .param("arm", arm.name())
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .threads(threads)
                .forks(1)
                .warmupIterations(WARMUPS)
                .warmupTime(part(warmupSeconds(subject, setting.form()), WARMUPS))
                .measurementIterations(iterations)
                .measurementTime(part(seconds(subject, setting.form()), iterations))
                .timeout(TimeValue.seconds(60))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.NORMAL)
                .output(setting.folder().resolve("jmh.txt").toString())
                .jvmArgsAppend(jvmArguments(subject, arm));
        subject.parameters().forEach(options::param);
        if (subject.isGrpc()) {
            options.param("crowd", String.valueOf(crowd(subject, setting.form())));
        }
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

    private String[] jvmArguments(Subject subject, Arm arm) {
        return arm.agent()
                ? new String[] {
                    "-Xmx512m",
                    heddle,
                    "-Dheddle.extension.measured.arm=" + arm,
                    "-Dheddle.extension.measured.count=" + subject.count()
                }
                : new String[] {"-Xmx512m"};
    }
}
