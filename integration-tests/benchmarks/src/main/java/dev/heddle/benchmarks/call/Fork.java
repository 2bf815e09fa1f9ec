package dev.heddle.benchmarks.call;

import dev.heddle.benchmarks.ExtensionJar;
import dev.heddle.benchmarks.Form;
import dev.heddle.benchmarks.Setting;
import dev.heddle.benchmarks.report.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures one benchmark of one arm, in a JVM of its own. */
public final class Fork {
    private static final int ITERATIONS = 50;
    private static final int ITERATIONS_OF_GRPC = 10;

    /** What a fork takes besides: its start, that of a worker for some, its end. For the plan alone. */
    private static final double OTHER_SECONDS = 1.4;

    private final Setting setting;
    private final String heddle;

    public Fork(Setting setting) throws IOException {
        this.setting = setting;
        this.heddle = setting.heddle(ExtensionJar.measured(setting));
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
        JmhFork fork = new JmhFork(setting, subject.method())
                .parameter("arm", arm.name())
                .threads(threads)
                .times(
                        warmupSeconds(subject, setting.form()),
                        seconds(subject, setting.form()),
                        subject.isGrpc() ? ITERATIONS_OF_GRPC : ITERATIONS)
                .jvm(jvmArguments(subject, arm));
        subject.parameters().forEach(fork::parameter);
        if (subject.isGrpc()) {
            fork.parameter("crowd", String.valueOf(crowd(subject, setting.form())));
        }
        fork.run(figures);
    }

    private String[] jvmArguments(Subject subject, Arm arm) {
        List<String> arguments = new ArrayList<>(List.of("-Xmx512m"));
        if (arm.agent()) {
            arguments.add(heddle);
            // Of gRPC all is measured as it is by default: to count is nothing beside a call there.
            arguments.add("-Dheddle.counters=" + (subject.isGrpc() || arm == Arm.COUNTED));
            arguments.add("-Dheddle.extension.measured.arm=" + arm);
            arguments.add("-Dheddle.extension.measured.count=" + subject.count());
        }
        if (arm == Arm.DISABLED) {
            arguments.add(Operator.MANAGED);
        }
        return arguments.toArray(String[]::new);
    }
}
