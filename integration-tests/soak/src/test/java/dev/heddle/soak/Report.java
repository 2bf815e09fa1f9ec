package dev.heddle.soak;

import dev.heddle.soak.Ledger.Mark;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** The ledger in a page: the calls by kind and by what was planned, as both ends have seen them. */
final class Report {
    private static final String LINE = "%-28s %8s  %9s %9s %9s  %s%n";

    private final Ledger ledger;
    private final StringBuilder page = new StringBuilder();

    private Report(Ledger ledger) {
        this.ledger = ledger;
    }

    static String of(Ledger ledger) {
        Report report = new Report(ledger);
        report.table("kind", number -> ledger.kind(number).name());
        report.table("planned", number -> {
            Plan plan = ledger.plan(number);
            return plan.is(Fault.NONE)
                    ? "NONE"
                    : plan.fault() + " at the " + plan.end().name().toLowerCase();
        });
        return report.page.toString();
    }

    private void table(String title, IntFunction<String> group) {
        Map<String, Line> lines = new TreeMap<>();
        Line all = new Line();
        for (int number = 0; number < ledger.size(); number++) {
            if (ledger.kind(number) != null) {
                lines.computeIfAbsent(group.apply(number), name -> new Line()).add(number);
                all.add(number);
            }
        }
        page.append(LINE.formatted(title, "calls", "at caller", "at callee", "handled", "outcomes"));
        lines.forEach((name, line) -> line.print(name));
        all.print("all");
        page.append('\n');
    }

    private final class Line {
        private final Map<Mark, Long> marks = new EnumMap<>(Mark.class);
        private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

        void add(int number) {
            for (Mark mark : Mark.values()) {
                marks.merge(mark, (long) ledger.count(number, mark), Long::sum);
            }
            outcomes.merge(ledger.outcome(number), 1, Integer::sum);
        }

        void print(String name) {
            page.append(LINE.formatted(
                    name,
                    marks.get(Mark.SENT),
                    marks.get(Mark.CALLER),
                    marks.get(Mark.CALLEE),
                    marks.get(Mark.RUN),
                    outcomes));
        }
    }
}
