package dev.heddle.benchmarks.call;

import dev.heddle.benchmarks.ExtensionJar;
import dev.heddle.benchmarks.Setting;
import dev.heddle.benchmarks.report.Figures;
import dev.heddle.benchmarks.report.Row;
import dev.heddle.benchmarks.report.Table;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** What one call costs. In each round every arm has its turn, beside those that it is compared with. */
public final class CallBenchmarks {
    private static final int[] COUNTS = {10, 100};

    private final Map<Subject, Map<Arm, Figures>> figures = new LinkedHashMap<>();
    private final Setting setting;

    public CallBenchmarks(Setting setting) {
        this.setting = setting;
    }

    /** Measures everything and adds it to the table. */
    public void run(Table table) throws IOException, RunnerException {
        ExtensionJar.write(
                setting.folder().resolve("extensions/measured.jar"), "dev.heddle.benchmarks.call.MeasuredExtension");
        Fork fork = new Fork(setting);
        for (int round = 0; round < setting.rounds(); round++) {
            for (Subject subject : Subject.all()) {
                measure(fork, subject, Arm.values());
            }
            for (int count : COUNTS) {
                measure(fork, Subject.chain(count), Arm.NONE, Arm.BY_HAND, Arm.WOVEN);
            }
        }
        Subject.all().forEach(subject -> report(subject, table));
        for (int count : COUNTS) {
            reportEach(Subject.chain(count), table);
        }
    }

    private void measure(Fork fork, Subject subject, Arm... arms) throws RunnerException {
        for (Arm arm : arms) {
            if (subject.headers() || !arm.header()) {
                fork.measure(subject, arm, of(subject, arm));
            }
        }
    }

    private Figures of(Subject subject, Arm arm) {
        return figures.computeIfAbsent(subject, added -> new EnumMap<>(Arm.class))
                .computeIfAbsent(arm, added -> new Figures());
    }

    private void report(Subject subject, Table table) {
        Figures none = of(subject, Arm.NONE);
        Figures byHand = of(subject, Arm.BY_HAND);
        table.add(new Row(subject.title(), "passes", none, byHand, of(subject, Arm.WOVEN), subject.passing()));
        if (subject.headers()) {
            Figures withHeader = of(subject, Arm.BY_HAND_HEADER);
            Figures woven = of(subject, Arm.WOVEN_HEADER);
            table.add(new Row(subject.title(), "header", none, withHeader, woven, subject.header()));
        }
        table.add(new Row(subject.title(), "unwanted", none, none, of(subject, Arm.UNWANTED), subject.unwanted()));
    }

    private void reportEach(Subject chain, Table table) {
        table.add(new Row(
                chain.title(),
                "passes",
                of(chain, Arm.NONE).each(chain.count()),
                of(chain, Arm.BY_HAND).each(chain.count()),
                of(chain, Arm.WOVEN).each(chain.count()),
                chain.passing()));
    }
}
