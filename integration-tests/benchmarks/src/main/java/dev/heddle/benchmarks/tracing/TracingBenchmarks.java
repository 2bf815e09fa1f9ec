package dev.heddle.benchmarks.tracing;

import dev.heddle.benchmarks.Part;
import dev.heddle.benchmarks.Setting;
import dev.heddle.benchmarks.call.JmhFork;
import dev.heddle.benchmarks.report.Comparison;
import dev.heddle.benchmarks.report.Figures;
import dev.heddle.benchmarks.report.Layout;
import dev.heddle.benchmarks.report.Limit;
import dev.heddle.benchmarks.report.Row;
import dev.heddle.benchmarks.report.Section;
import dev.heddle.benchmarks.report.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** What tracing a call adds, beside what others add who trace it. */
public final class TracingBenchmarks implements Part {
    private static final int ITERATIONS = 20;
    private static final double HALF = 0.5;

    /** What a fork takes besides: its start, and a worker's. For the plan alone. */
    private static final double OTHER_SECONDS = 4;

    private final Map<TracedCall, Map<Tracer, Figures>> figures = new EnumMap<>(TracedCall.class);
    private final Setting setting;

    public TracingBenchmarks(Setting setting) {
        this.setting = setting;
    }

    @Override
    public String name() {
        return "tracing";
    }

    private int rounds() {
        return setting.form().pick(5, 1);
    }

    private double warmupSeconds() {
        return setting.form().seconds(4, 1);
    }

    private double seconds() {
        return setting.form().seconds(2, 0.5);
    }

    @Override
    public double plannedSeconds() {
        int forks = Stream.of(TracedCall.values())
                .mapToInt(call -> call.tracers().size())
                .sum();
        return rounds() * forks * (warmupSeconds() + seconds() + OTHER_SECONDS);
    }

    @Override
    public List<Section> run() throws IOException {
        Path extensions = extensions();
        for (int round = 0; round < rounds(); round++) {
            for (TracedCall call : TracedCall.values()) {
                for (Tracer tracer : call.tracers()) {
                    of(call, tracer).attempt(measured -> measure(call, tracer, extensions, measured));
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        for (TracedCall call : TracedCall.values()) {
            rows.add(row(call, Unit.CPU_NANOSECONDS));
            rows.add(row(call, Unit.BYTES));
        }
        String method = "Over the same call without a tracer, of all threads, until the SDK has the spans; by JMH: %d "
                        .formatted(rounds())
                + "rounds, one fork each. Others are Temporal's OpenTracing interceptors with OpenTelemetry's shim, and the "
                + "OpenTelemetry Java agent for gRPC.";
        return List.of(new Section("Tracing one call", method, Layout.ARMS_ACROSS, rows));
    }

    private void measure(TracedCall call, Tracer tracer, Path extensions, Figures measured)
            throws IOException, RunnerException {
        new JmhFork(setting, call.method())
                .parameter("tracer", tracer.name())
                .threads(1)
                .times(warmupSeconds(), seconds(), ITERATIONS)
                .jvm(jvmArguments(tracer, extensions))
                .run(measured);
    }

    private String[] jvmArguments(Tracer tracer, Path extensions) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-Xmx512m"));
        if (tracer.isHeddle()) {
            arguments.add(setting.heddle(extensions));
        }
        if (tracer == Tracer.OPENTELEMETRY_AGENT) {
            arguments.add("-javaagent:" + setting.peer("opentelemetry-javaagent"));
            arguments.addAll(List.of(
                    "-Dotel.traces.exporter=none", "-Dotel.metrics.exporter=none", "-Dotel.logs.exporter=none"));
        }
        return arguments.toArray(new String[0]);
    }

    /** A folder with the extension as it ships. */
    private Path extensions() throws IOException {
        String jar = "heddle-extension-opentelemetry-tracing.jar";
        Path folder = Files.createDirectories(setting.folder().resolve("tracing"));
        Files.copy(
                setting.repository().resolve("extensions/opentelemetry-tracing/target/" + jar),
                folder.resolve(jar),
                StandardCopyOption.REPLACE_EXISTING);
        return folder;
    }

    private Figures of(TracedCall call, Tracer tracer) {
        return figures.computeIfAbsent(call, added -> new EnumMap<>(Tracer.class))
                .computeIfAbsent(tracer, added -> new Figures());
    }

    private Row row(TracedCall call, Unit unit) {
        Figures none = of(call, Tracer.NONE);
        Map<String, Figures> arms = new LinkedHashMap<>();
        arms.put("none", none);
        arms.put("others add", of(call, call.reference()).over(none, unit));
        arms.put("Heddle adds", of(call, Tracer.HEDDLE).over(none, unit));
        arms.put("unsampled", of(call, Tracer.HEDDLE_UNSAMPLED).over(none, unit));
        return new Row(
                call.title(), arms, List.of(new Comparison("Heddle adds", "others add", Limit.times(unit, HALF))));
    }
}
