package dev.heddle.benchmarks;

import dev.heddle.benchmarks.call.CallBenchmarks;
import dev.heddle.benchmarks.codec.CodecBenchmarks;
import dev.heddle.benchmarks.determinism.DeterminismBenchmarks;
import dev.heddle.benchmarks.growth.GrowthBenchmarks;
import dev.heddle.benchmarks.load.LoadBenchmarks;
import dev.heddle.benchmarks.replay.ReplayBenchmarks;
import dev.heddle.benchmarks.report.Report;
import dev.heddle.benchmarks.report.Section;
import dev.heddle.benchmarks.start.StartBenchmarks;
import dev.heddle.benchmarks.tracing.TracingBenchmarks;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Measures what Heddle costs: {@code Benchmarks REPOSITORY QUICK PARTS}. A figure above its limit does not fail the
 * build, for it may be the machine's doing: the report says it, line by line and in its last.
 */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Setting setting = new Setting(Path.of(arguments[0]).toAbsolutePath().normalize(), Form.of(arguments[1]));
        List<Part> parts = List.<Part>of(
                        new StartBenchmarks(setting),
                        CallBenchmarks.onOneThread(setting),
                        CallBenchmarks.overLoopback(setting),
                        new TracingBenchmarks(setting),
                        new CodecBenchmarks(setting),
                        new DeterminismBenchmarks(setting),
                        new ReplayBenchmarks(setting),
                        new LoadBenchmarks(setting),
                        new GrowthBenchmarks(setting))
                .stream()
                .filter(part -> arguments[2].equals("all")
                        || List.of(arguments[2].split(",")).contains(part.name()))
                .toList();
        double planned = parts.stream().mapToDouble(Part::plannedSeconds).sum();
        say("about %s on two quiet processors".formatted(minutes(planned)));
        Files.createDirectories(setting.folder());
        Report report = new Report();
        try (PrintStream log =
                new PrintStream(setting.folder().resolve("log.txt").toFile())) {
            System.setErr(log);
            for (Part part : parts) {
                measure(part, report, log);
                // What there is, should the next one be stopped.
                report.write(setting.folder());
            }
        }
        System.out.println(report.markdown());
    }

    private static void measure(Part part, Report report, PrintStream log) {
        long begin = System.nanoTime();
        try {
            part.run().forEach(report::add);
        } catch (Exception | LinkageError failure) {
            failure.printStackTrace(log);
            report.add(Section.failed(part.name(), failure));
        }
        say("%s took %s, planned were %s"
                .formatted(part.name(), minutes((System.nanoTime() - begin) / 1e9), minutes(part.plannedSeconds())));
    }

    private static void say(String line) {
        System.out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " benchmarks: " + line);
    }

    private static String minutes(double seconds) {
        Duration duration = Duration.ofMillis(Math.round(seconds * 1000));
        return "%d:%02d min".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
}
