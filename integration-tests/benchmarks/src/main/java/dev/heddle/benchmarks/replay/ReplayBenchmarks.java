package dev.heddle.benchmarks.replay;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How fast histories are replayed by the command, beside what the SDK has for a test. */
public final class ReplayBenchmarks implements Part {
    /** At least 80 % of the histories in the same time. */
    private static final double MOST = 1.25;

    private static final double ROUND_SECONDS = 3 * (6 + 12);

    private final Setting setting;

    public ReplayBenchmarks(Setting setting) {
        this.setting = setting;
    }

    @Override
    public String name() {
        return "replay";
    }

    private int rounds() {
        return setting.form().pick(7, 5);
    }

    @Override
    public double plannedSeconds() {
        return rounds() * ROUND_SECONDS;
    }

    @Override
    public List<Section> run() throws Exception {
        int few = 50 * setting.form().pick(4, 2);
        int many = few + 500 * setting.form().pick(4, 2);
        Map<ReplayArm, Figures> ofFew = arms();
        Map<ReplayArm, Figures> ofMany = arms();
        Path fewHistories = record(few);
        Path manyHistories = record(many);
        for (int round = 0; round < rounds(); round++) {
            for (ReplayArm arm : ReplayArm.values()) {
                ofFew.get(arm).attempt(figures -> Launch.measureWhole(arm.command(setting, fewHistories), figures));
                ofMany.get(arm).attempt(figures -> Launch.measureWhole(arm.command(setting, manyHistories), figures));
            }
        }
        String method =
                "%d rounds. Whole processes, with %d histories of a hundred events less those with %d, which leaves "
                                .formatted(rounds(), many, few)
                        + "out what a start takes. WorkflowReplayer reads the same files, one after the other.";
        List<Row> rows = new ArrayList<>();
        for (Unit unit : List.of(Unit.CPU_SECONDS, Unit.SECONDS)) {
            Map<String, Figures> arms = new LinkedHashMap<>();
            ofMany.forEach((arm, figures) -> arms.put(arm.title(), figures.over(ofFew.get(arm), unit)));
            List<Comparison> comparisons = new ArrayList<>();
            for (ReplayArm arm : List.of(ReplayArm.ONE, ReplayArm.SEVERAL)) {
                comparisons.add(new Comparison(arm.title(), ReplayArm.BY_HAND.title(), Limit.times(unit, MOST)));
            }
            rows.add(new Row((many - few) + " histories", arms, comparisons));
        }
        return List.of(new Section("Replay", method, Layout.ARMS_DOWN, rows));
    }

    private static Map<ReplayArm, Figures> arms() {
        Map<ReplayArm, Figures> arms = new LinkedHashMap<>();
        for (ReplayArm arm : ReplayArm.values()) {
            arms.put(arm, new Figures());
        }
        return arms;
    }

    private static Path record(int histories) throws Exception {
        Path folder = Files.createTempDirectory("histories");
        Launch.run(Launch.command(List.of(), RecordBaskets.class, folder.toString(), String.valueOf(histories)));
        return folder;
    }
}
