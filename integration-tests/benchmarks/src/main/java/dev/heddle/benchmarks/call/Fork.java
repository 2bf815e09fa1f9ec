package dev.heddle.benchmarks.call;

import dev.heddle.benchmarks.Setting;
import dev.heddle.benchmarks.report.Figures;
import dev.heddle.benchmarks.report.Unit;
import java.util.List;
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
final class Fork {
    private static final int WARMUPS = 5;
    private static final int ITERATIONS = 50;
    private static final int ITERATIONS_OF_GRPC = 10;

    private final Setting setting;

    Fork(Setting setting) {
        this.setting = setting;
    }

    void measure(Subject subject, Arm arm, Figures figures) throws RunnerException {
        int iterations = subject.isGrpc() ? ITERATIONS_OF_GRPC : ITERATIONS;
        // Much of gRPC must be compiled before it is at its pace.
        double seconds = subject.isGrpc() ? 2 * setting.seconds() : setting.seconds();
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\." + subject.method().replace(".", "\\.") + "$")
                .param("arm", arm.name())
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(WARMUPS)
                .warmupTime(part(2 * seconds, WARMUPS))
                .measurementIterations(iterations)
                .measurementTime(part(seconds, iterations))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.NORMAL)
                .output(setting.folder().resolve("jmh.txt").toString())
                .jvmArgsAppend(jvmArguments(subject, arm).toArray(String[]::new));
        subject.parameters().forEach(options::param);
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

    private List<String> jvmArguments(Subject subject, Arm arm) {
        String heap = "-Xmx512m";
        return arm.agent()
                ? List.of(
                        heap,
                        "-javaagent:" + setting.agent() + "=extensions="
                                + setting.folder().resolve("extensions"),
                        "-Dheddle.extension.measured.arm=" + arm,
                        "-Dheddle.extension.measured.count=" + subject.count())
                : List.of(heap);
    }
}
