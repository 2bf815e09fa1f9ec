package dev.heddle.extension.calltree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the calls of a page come to, those that it does not list included. Guarded by its {@link Tree}. */
final class Sums {
    /** An application may call what it likes by whatever name. */
    private static final int MOST = 100;

    private static final String OTHERS = "others";

    private final Map<String, Sum> sums = new LinkedHashMap<>();

    private static final class Sum {
        private int calls;
        private int ended;
        private int failed;
        private long nanos;
    }

    void begin(Node call) {
        of(call).calls++;
    }

    void end(Node call) {
        Sum sum = of(call);
        sum.ended++;
        sum.nanos += call.nanos;
        if (call.outcome.startsWith("failed")) {
            sum.failed++;
        }
    }

    private Sum of(Node call) {
        String key = (Text.operation(call.operation) + "  " + Text.brief(call.name)).strip();
        boolean room = sums.size() < MOST || sums.containsKey(key);
        return sums.computeIfAbsent(room ? key : OTHERS, none -> new Sum());
    }

    void clear() {
        sums.clear();
    }

    /** A line for each operation and name, the most frequent first. */
    List<String> lines() {
        List<Map.Entry<String, Sum>> sorted = new ArrayList<>(sums.entrySet());
        sorted.sort(Comparator.comparingInt(each -> -each.getValue().calls));
        int width =
                sorted.stream().mapToInt(each -> each.getKey().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Sum> each : sorted) {
            Sum sum = each.getValue();
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-" + width + "s  %7d calls  %5d failed  %10s on average",
                    each.getKey(),
                    sum.calls,
                    sum.failed,
                    sum.ended == 0 ? "-" : Listing.time(sum.nanos / sum.ended)));
        }
        return lines;
    }
}
