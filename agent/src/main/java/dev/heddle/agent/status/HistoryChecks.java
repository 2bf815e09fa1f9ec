package dev.heddle.agent.status;

import dev.heddle.agent.status.Replayed.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** What can be said of histories beside whether they are replayed: what is near a limit of the server's, which versions there are. */
final class HistoryChecks {
    private static final int KIB = 1024;

    /** Above which a server warns, and at which it ends the workflow, or refuses the task: its defaults. */
    private static final List<Limit> LIMITS = List.of(
            new Limit("events", History::events, 10 * KIB, 50 * KIB, 1),
            new Limit("KiB", History::bytes, 10L * KIB * KIB, 50L * KIB * KIB, KIB),
            new Limit("KiB in one event", History::largestEvent, 512L * KIB, 2L * KIB * KIB, KIB));

    private final List<History> histories;

    HistoryChecks(List<History> histories) {
        this.histories = histories;
    }

    /** A limit of the server's, in units of so many. */
    private record Limit(String unit, ToLongFunction<History> size, long warning, long most, long in) {
        /** A line on the largest of the histories that are near it; {@code null} if none is. */
        String line(List<History> histories) {
            List<History> near = histories.stream()
                    .filter(each -> size.applyAsLong(each) > warning)
                    .sorted(Comparator.comparingLong(size).reversed())
                    .toList();
            return near.isEmpty()
                    ? null
                    : near.size() + " with more than " + warning / in + " " + unit + ", of " + most / in
                            + " at most; the largest is " + near.get(0).place() + " with "
                            + size.applyAsLong(near.get(0)) / in;
        }
    }

    /** A line for each limit that something is near. */
    List<String> nearLimits() {
        List<String> lines = new ArrayList<>();
        for (Limit limit : LIMITS) {
            String line = limit.line(histories);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** A table of the versions that workflows have recorded; none if there are none. */
    List<String> versions() {
        Map<String, int[]> counts = new TreeMap<>();
        for (History history : histories) {
            for (Replayed.Version version : history.versions()) {
                String key = history.workflowType() + " " + version.change() + "\t" + version.version();
                int[] count = counts.computeIfAbsent(key, none -> new int[2]);
                count[0]++;
                count[1] += history.open() ? 1 : 0;
            }
        }
        Table table = new Table();
        table.row("CHANGE", "VERSION", "HISTORIES", "OPEN");
        counts.forEach((key, count) -> {
            int tab = key.indexOf('\t');
            table.row(key.substring(0, tab), key.substring(tab + 1), count[0], count[1]);
        });
        return counts.isEmpty() ? List.of() : table.lines("  ");
    }
}
