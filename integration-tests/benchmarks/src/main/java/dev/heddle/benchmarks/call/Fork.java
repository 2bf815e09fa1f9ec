package dev.heddle.benchmarks.call;

import dev.heddle.benchmarks.Setting;
import dev.heddle.benchmarks.report.Figures;
import dev.heddle.benchmarks.report.Unit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One JVM in which JMH measures one benchmark of one arm. */
final class Fork {
    private static final int ITERATIONS = 3;

    private final Setting setting;

    Fork(Setting setting) {
        this.setting = setting;
    }

    void measure(Subject subject, Arm arm, Figures figures) throws RunnerException {
        TimeValue time = TimeValue.milliseconds((long) (setting.seconds() * 1000 / ITERATIONS));
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\." + subject.method().replace(".", "\\.") + "$")
                .param("arm", arm.name())
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(ITERATIONS)
                .warmupTime(time)
                .measurementIterations(ITERATIONS)
                .measurementTime(time)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.NORMAL)
                .output(setting.folder().resolve("jmh.txt").toString())
                .jvmArgsAppend(jvmArguments(subject, arm).toArray(String[]::new));
        subject.parameters().forEach(options::param);
        for (RunResult result : new Runner(options.build()).run()) {
            figures.add(Unit.NANOSECONDS, result.getPrimaryResult().getScore());
            figures.add(
                    Unit.BYTES,
                    Math.rint(result.getSecondaryResults()
                            .get("gc.alloc.rate.norm")
                            .getScore()));
        }
    }

    private List<String> jvmArguments(Subject subject, Arm arm) {
        String heap = "-Xmx512m";
        return arm.agent()
                ? List.of(
                        heap,
                        "-javaagent:" + setting.agent() + "=extensions="
                                + setting.folder().resolve("extensions"),
                        "-Dheddle.extension.measured.arm=" + arm,
                        "-Dheddle.extension.measured.count="
                                + subject.parameters().getOrDefault("count", "1"))
                : List.of(heap);
    }
}
