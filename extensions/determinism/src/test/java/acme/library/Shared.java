package acme.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** What runs share. */
public final class Shared {
    private static final List<String> LIST = new ArrayList<>();
    private static final Map<String, Integer> MAP = new HashMap<>();
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Random RANDOM = new Random(1);
    private static int count;
    private static String singleton;

    private Shared() {}

    public static void increment() {
        count++;
    }

    public static void list() {
        LIST.add("x");
    }

    public static void map() {
        MAP.merge("x", 1, Integer::sum);
    }

    public static void number() {
        NUMBERS.incrementAndGet();
    }

    public static void random() {
        RANDOM.nextInt();
    }

    /** The same for all. */
    public static String singleton() {
        if (singleton == null) {
            singleton = "one";
        }
        return singleton;
    }
}
