package dev.heddle.benchmarks.call;

import dev.heddle.benchmarks.ExtensionJar;
import dev.heddle.benchmarks.Setting;
import dev.heddle.benchmarks.report.Figures;
import dev.heddle.benchmarks.report.Limit;
import dev.heddle.benchmarks.report.Row;
import dev.heddle.benchmarks.report.Table;
import dev.heddle.benchmarks.report.Unit;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** What one call costs. In each round every arm has its turn, beside those that it is compared with. */
public final class CallBenchmarks {
    private static final List<Limit> TOLD = List.of(Limit.none(Unit.CPU_NANOSECONDS), Limit.none(Unit.BYTES));

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
            for (int count : new int[] {10, 100}) {
                measure(fork, chain(count), Arm.NONE, Arm.BY_HAND, Arm.WOVEN);
            }
        }
        Subject.all().forEach(subject -> report(subject, table));
        for (int count : new int[] {10, 100}) {
            Subject chain = chain(count);
            table.add(new Row(
                    chain.title(),
                    "passes",
                    of(chain, Arm.NONE).each(count),
                    of(chain, Arm.BY_HAND).each(count),
                    of(chain, Arm.WOVEN).each(count),
                    chain.limits()));
        }
    }

    private static Subject chain(int count) {
        return Subject.all().get(1).times(count);
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
        table.add(new Row(
                subject.title(), "passes", none, of(subject, Arm.BY_HAND), of(subject, Arm.WOVEN), subject.limits()));
        if (subject.headers()) {
            Figures byHand = of(subject, Arm.BY_HAND_HEADER);
            table.add(new Row(subject.title(), "header", none, byHand, of(subject, Arm.WOVEN_HEADER), TOLD));
        }
        table.add(new Row(subject.title(), "unwanted", none, none, of(subject, Arm.UNWANTED), subject.unwanted()));
    }
}
