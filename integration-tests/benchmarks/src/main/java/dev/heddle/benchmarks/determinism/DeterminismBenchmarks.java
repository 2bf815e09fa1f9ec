package dev.heddle.benchmarks.determinism;

import dev.heddle.benchmarks.Launch;
import dev.heddle.benchmarks.Part;
import dev.heddle.benchmarks.Setting;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What it costs workflow code that does nothing forbidden to be watched. */
public final class DeterminismBenchmarks implements Part {
    /**
     * What is run.
     *
     * @param most times what it takes without the agent; of the last that is told alone
     */
    private record Subject(String title, String workflow, int size, double most) {}

    private static final double MOST = 1.05;

    private static final List<Subject> SUBJECTS = List.of(
            new Subject("computing", "computing", 300, MOST),
            new Subject("JSON", "json", 60, MOST),
            new Subject("a static map in its innermost loop", "computing", -300, Double.POSITIVE_INFINITY));

    private static final String NONE = "none";
    private static final String HEDDLE = "Heddle";
    private static final String WATCHED = "determinism";
    private static final double RUN_SECONDS = 0.006;
    private static final double START_SECONDS = 4;

    private final Setting setting;

    public DeterminismBenchmarks(Setting setting) {
        this.setting = setting;
    }

    @Override
    public String name() {
        return "determinism";
    }

    private int rounds() {
        return setting.form().pick(11, 5);
    }

    private int runs() {
        return setting.form().pick(800, 500);
    }

    @Override
    public double plannedSeconds() {
        return SUBJECTS.size() * rounds() * 3 * (START_SECONDS + 2 * runs() * RUN_SECONDS);
    }

    @Override
    public List<Section> run() throws IOException {
        Map<String, List<String>> options = options();
        List<Row> rows = new ArrayList<>();
        for (Subject subject : SUBJECTS) {
            Map<String, Figures> arms = new LinkedHashMap<>();
            options.keySet().forEach(arm -> arms.put(arm, new Figures()));
            for (int round = 0; round < rounds(); round++) {
                options.forEach((arm, jvm) ->
                        arms.get(arm).attempt(figures -> Launch.measureSaid(command(subject, jvm), figures)));
            }
            rows.add(new Row(
                    subject.title(),
                    arms,
                    List.of(
                            new Comparison(HEDDLE, NONE, Limit.told(Unit.CPU_MICROSECONDS)),
                            new Comparison(WATCHED, NONE, Limit.times(Unit.CPU_MICROSECONDS, subject.most())))));
        }
        String method =
                "The processor time that a workflow takes on its own thread, of %d after as many what nine of ten exceed: %d "
                                .formatted(runs(), rounds())
                        + "rounds, a JVM for each arm.";
        return List.of(new Section("Workflow code that is watched", method, Layout.ARMS_DOWN, rows));
    }

    private List<String> command(Subject subject, List<String> options) {
        return Launch.command(
                options,
                WorkflowCode.class,
                subject.workflow(),
                String.valueOf(subject.size()),
                String.valueOf(runs()),
                String.valueOf(runs()));
    }

    /** The agent without extensions, and with the one as it ships. */
    private Map<String, List<String>> options() throws IOException {
        String jar = "heddle-extension-determinism.jar";
        Path folder = Files.createDirectories(setting.folder().resolve("determinism"));
        Path none = Files.createDirectories(setting.folder().resolve("no-extension"));
        Files.copy(
                setting.repository().resolve("extensions/determinism/target/" + jar),
                folder.resolve(jar),
                StandardCopyOption.REPLACE_EXISTING);
        Map<String, List<String>> options = new LinkedHashMap<>();
        options.put(NONE, List.of());
        options.put(HEDDLE, List.of(setting.heddle(none)));
        options.put(WATCHED, List.of(setting.heddle(folder)));
        return options;
    }
}
