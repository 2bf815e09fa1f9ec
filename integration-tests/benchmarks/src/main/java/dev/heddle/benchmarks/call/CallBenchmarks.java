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

    public CallBenchmarks(Setting setting) {
        this.setting = setting;
    }

    @Override
    public String name() {
        return "calls";
    }

    private int rounds() {
        return setting.form().pick(5, 1);
    }

    /** Fewer, because each fork must warm up for as long as two others take. */
    private int roundsOfLoopback() {
        return setting.form().pick(3, 1);
    }

    private int rounds(Subject subject) {
        return subject.isLoopback() ? roundsOfLoopback() : rounds();
    }

    private static List<Subject> chains() {
        return IntStream.of(COUNTS).mapToObj(Subject::chain).toList();
    }

    /** What has its turn in a round, in that order. */
    private static List<Arm> arms(Subject subject) {
        List<Arm> arms = new ArrayList<>(Stream.of(Arm.values())
                .filter(arm -> subject.headers() || !arm.header())
                .toList());
        for (int more = 1; more < subject.pairs(); more++) {
            arms.addAll(PAIR);
        }
        return arms;
    }

    @Override
    public double plannedSeconds() {
        double calls = Subject.all().stream()
                .mapToDouble(subject ->
                        rounds(subject) * arms(subject).size() * Fork.plannedSeconds(subject, setting.form()))
                .sum();
        double chains = chains().stream()
                .mapToDouble(chain -> ARMS_OF_CHAINS.size() * Fork.plannedSeconds(chain, setting.form()))
                .sum();
        return calls + rounds() * chains;
    }

    @Override
    public List<Section> run() throws IOException {
        Fork fork = new Fork(setting);
        for (int round = 0; round < rounds(); round++) {
            for (Subject subject : Subject.all()) {
                if (round < rounds(subject)) {
                    measure(fork, subject, arms(subject));
                }
            }
            chains().forEach(chain -> measure(fork, chain, ARMS_OF_CHAINS));
        }
        List<Row> rows = new ArrayList<>();
        Subject.all().forEach(subject -> report(subject, rows));
        String method = "One call with nothing behind it, by JMH: %d rounds, over loopback %d, one fork each. "
                        .formatted(rounds(), roundsOfLoopback())
                + "A gRPC call is intercepted at both ends, and compared with a pair by hand, which for a unary call on "
                + "one thread is done three times a round.";
        Section calls = new Section("One call", method, Layout.ARMS_ACROSS, rows);
        Section chains = new Section(
                "Each of many interceptors",
                "The same per interceptor, over none.",
                Layout.ARMS_ACROSS,
                chains().stream().map(this::each).toList());
        return List.of(calls, chains);
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
