package acme.library;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Changes what it is given. */
public final class Ledgers {
    /** Counts. */
    public static final class Tally {
        private int count;
        private String last = "none";

        public void increment() {
            count++;
        }

        public void note(String text) {
            last = text + count + last.length();
        }
    }

    private Ledgers() {}

    public static void add(List<String> names) {
        names.add("x");
    }

    public static void put(Map<String, Integer> counts) {
        counts.merge("a", 1, Integer::sum);
    }

    public static void count(int[] totals) {
        totals[1]++;
    }

    public static void next(AtomicInteger number) {
        number.incrementAndGet();
    }

    public static void write(StringBuilder text) {
        text.append('x');
    }

    /** Asks somebody. */
    public static <T> T ask(Supplier<T> somebody) {
        return somebody.get();
    }
}
