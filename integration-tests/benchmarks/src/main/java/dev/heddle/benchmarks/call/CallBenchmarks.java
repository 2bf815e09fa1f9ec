package dev.heddle.benchmarks.call;

import dev.heddle.benchmarks.Part;
import dev.heddle.benchmarks.Setting;
import dev.heddle.benchmarks.report.Comparison;
import dev.heddle.benchmarks.report.Figures;
import dev.heddle.benchmarks.report.Layout;
import dev.heddle.benchmarks.report.Limit;
import dev.heddle.benchmarks.report.Row;
import dev.heddle.benchmarks.report.Section;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What one call costs, and what each interceptor of a long chain does. */
public final class CallBenchmarks implements Part {
    private static final int[] COUNTS = {1, 10, 100};
    private static final List<Arm> ARMS_OF_CHAINS = List.of(Arm.NONE, Arm.BY_HAND, Arm.WOVEN);
    private static final List<Arm> PAIR = List.of(Arm.BY_HAND, Arm.WOVEN);

    private final Map<Subject, Map<Arm, Figures>> figures = new LinkedHashMap<>();
    private final Setting setting;
    private final boolean loopback;

    private CallBenchmarks(Setting setting, boolean loopback) {
        this.setting = setting;
        this.loopback = loopback;
    }

    /** Calls that stay on one thread. */
    public static CallBenchmarks onOneThread(Setting setting) {
        return new CallBenchmarks(setting, false);
    }

    /** Calls over loopback, apart because each fork must warm up for as long as four others take. */
    public static CallBenchmarks overLoopback(Setting setting) {
        return new CallBenchmarks(setting, true);
    }

    @Override
    public String name() {
        return loopback ? "loopback" : "calls";
    }

    private int rounds() {
        return setting.form().pick(loopback ? 3 : 5, 1);
    }

    private List<Subject> subjects() {
        return Subject.all().stream()
                .filter(subject -> subject.isLoopback() == loopback)
                .toList();
    }

    private List<Subject> chains() {
        return loopback
                ? List.of()
                : IntStream.of(COUNTS).mapToObj(Subject::chain).toList();
    }

    /** What has its turn in a round, in that order. */
    private static List<Arm> arms(Subject subject) {
        List<Arm> arms = new ArrayList<>(Stream.of(Arm.values())
                .filter(arm -> subject.headers() || !arm.header())
                .filter(arm -> !subject.isGrpc() || arm != Arm.COUNTED)
                .toList());
        for (int more = 1; more < subject.pairs(); more++) {
            arms.addAll(PAIR);
        }
        return arms;
    }

    @Override
    public double plannedSeconds() {
        double calls = subjects().stream()
                .mapToDouble(subject -> arms(subject).size() * Fork.plannedSeconds(subject, setting.form()))
                .sum();
        double chains = chains().stream()
                .mapToDouble(chain -> ARMS_OF_CHAINS.size() * Fork.plannedSeconds(chain, setting.form()))
                .sum();
        return rounds() * (calls + chains);
    }

    @Override
    public List<Section> run() throws IOException {
        Fork fork = new Fork(setting);
        for (int round = 0; round < rounds(); round++) {
            subjects().forEach(subject -> measure(fork, subject, arms(subject)));
            chains().forEach(chain -> measure(fork, chain, ARMS_OF_CHAINS));
        }
        List<Row> rows = new ArrayList<>();
        subjects().forEach(subject -> report(subject, rows));
        String method = "One call with nothing behind it, by JMH: %d rounds, one fork each. ".formatted(rounds())
                + "A call of Temporal is not counted for status but where that is said, one of gRPC is. A gRPC call is intercepted at both ends, and compared with a pair by hand, for which some rows have "
                + "three forks a round.";
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(loopback ? "One call over loopback" : "One call", method, Layout.ARMS_ACROSS, rows));
        if (!loopback) {
            sections.add(new Section(
                    "Each of many interceptors",
                    "The same per interceptor, over none.",
                    Layout.ARMS_ACROSS,
                    chains().stream().map(this::each).toList()));
        }
        return sections;
    }

    private void measure(Fork fork, Subject subject, List<Arm> arms) {
        arms.forEach(arm -> of(subject, arm).attempt(measured -> fork.measure(subject, arm, 1, measured)));
    }

    private Figures of(Subject subject, Arm arm) {
        return figures.computeIfAbsent(subject, added -> new EnumMap<>(Arm.class))
                .computeIfAbsent(arm, added -> new Figures());
    }

    private void report(Subject subject, List<Row> rows) {
        Figures none = of(subject, Arm.NONE);
        rows.add(row(
                subject.title() + ", passed on",
                none,
                of(subject, Arm.BY_HAND),
                of(subject, Arm.WOVEN),
                "by hand",
                subject.passing()));
        if (!subject.isGrpc()) {
            rows.add(row(
                    subject.title() + ", counted",
                    none,
                    of(subject, Arm.BY_HAND),
                    of(subject, Arm.COUNTED),
                    "by hand",
                    subject.counted()));
        }
        if (subject.headers()) {
            rows.add(row(
                    subject.title() + ", header",
                    none,
                    of(subject, Arm.BY_HAND_HEADER),
                    of(subject, Arm.WOVEN_HEADER),
                    "by hand",
                    subject.header()));
        }
        rows.add(row(
                subject.title() + ", unwanted",
                none,
                new Figures(),
                of(subject, Arm.UNWANTED),
                "none",
                subject.unwanted()));
        rows.add(row(
                subject.title() + ", disabled",
                none,
                new Figures(),
                of(subject, Arm.DISABLED),
                "none",
                subject.unwanted()));
    }

    private Row each(Subject chain) {
        int count = chain.count();
        return row(
                chain.title(),
                of(chain, Arm.NONE).each(count),
                of(chain, Arm.BY_HAND).each(count),
                of(chain, Arm.WOVEN).each(count),
                "none",
                chain.each());
    }

    private static Row row(
            String what, Figures none, Figures byHand, Figures heddle, String reference, List<Limit> limits) {
        Map<String, Figures> arms = new LinkedHashMap<>();
        arms.put("none", none);
        arms.put("by hand", byHand);
        arms.put("Heddle", heddle);
        return new Row(
                what,
                arms,
                limits.stream()
                        .map(limit -> new Comparison("Heddle", reference, limit))
                        .toList());
    }
}
