package dev.heddle.benchmarks.start;

import dev.heddle.benchmarks.Launch;
import dev.heddle.benchmarks.Part;
import dev.heddle.benchmarks.Setting;
import dev.heddle.benchmarks.report.Comparison;
import dev.heddle.benchmarks.report.Figures;
import dev.heddle.benchmarks.report.Layout;
import dev.heddle.benchmarks.report.Row;
import dev.heddle.benchmarks.report.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a JVM costs from its start to its first result. */
public final class StartBenchmarks implements Part {
    private final Setting setting;

    public StartBenchmarks(Setting setting) {
        this.setting = setting;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public double plannedSeconds() {
        return Stream.of(Application.values())
                .mapToDouble(application -> application.plannedSeconds(setting.form()))
                .sum();
    }

    @Override
    public List<Section> run() throws Exception {
        List<Row> rows = new ArrayList<>();
        try (TemporalServer server = TemporalServer.start()) {
            for (Application application : Application.values()) {
                rows.add(row(application, measure(application, server.port())));
            }
        }
        String rounds = Stream.of(Application.values())
                .map(application -> application.title() + " " + application.rounds(setting.form()))
                .collect(Collectors.joining(", "));
        String method =
                "A JVM from its start to its end: processor time, wall time, peak of resident memory. Rounds: " + rounds
                        + "; of the other agents " + Application.HELLO.rounds(setting.form(), StartArm.ELASTIC)
                        + ". The first three applications end at once; Spring Boot closes its context, and has no gRPC interceptor by hand. The archive is the "
                        + "JVM's, of classes, made by one run with one more option.";
        return List.of(new Section("Start", method, Layout.ARMS_DOWN, rows));
    }

    private Map<StartArm, Figures> measure(Application application, int temporal) throws IOException {
        Agents agents = new Agents(setting);
        Archive archive = new Archive(setting, application, agents.options(StartArm.ARCHIVE));
        Map<StartArm, Figures> figures = new EnumMap<>(StartArm.class);
        for (int round = 0; round < application.rounds(setting.form()); round++) {
            for (StartArm arm : StartArm.values()) {
                if (application.has(arm) && round < application.rounds(setting.form(), arm)) {
                    figures.computeIfAbsent(arm, added -> new Figures()).attempt(measured -> {
                        List<String> options =
                                arm == StartArm.ARCHIVE ? archive.options(temporal) : agents.options(arm);
                        Launch.measureWhole(application.command(setting, arm, options, temporal), measured);
                    });
                }
            }
        }
        return figures;
    }

    private static Row row(Application application, Map<StartArm, Figures> figures) {
        Map<String, Figures> arms = new LinkedHashMap<>();
        List<Comparison> comparisons = new ArrayList<>();
        figures.forEach((arm, measured) -> {
            arms.put(arm.title(), measured);
            if (arm != StartArm.NONE) {
                String reference = application.reference(arm).title();
                arm.limits(application.mostCpu())
                        .forEach(limit -> comparisons.add(new Comparison(arm.title(), reference, limit)));
            }
        });
        return new Row(application.title(), arms, comparisons);
    }
}
