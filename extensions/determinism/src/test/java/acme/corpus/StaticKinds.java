package acme.corpus;

import acme.library.Shared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** What one run leaves to the next; each program runs twice. */
final class StaticKinds {
    private static final List<String> LIST = new ArrayList<>();
    private static final List<String> MORE = new ArrayList<>();
    private static final List<String> CONSTANTS = new ArrayList<>(List.of("a", "b"));
    private static final Map<String, Integer> MAP = new HashMap<>();
    private static final Map<String, Integer> ANOTHER = new HashMap<>();
    private static final Map<String, Integer> TABLE = new HashMap<>(Map.of("a", 1));
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final AtomicInteger OTHERS = new AtomicInteger();
    private static final AtomicInteger LIMIT = new AtomicInteger(3);
    private static final Random RANDOM = new Random(1);
    private static final Random FIXED = new Random(1);
    private static final int BASE = Integer.parseInt("7");
    private static int count;
    private static int another;

    private StaticKinds() {}

    static List<Kind> all() {
        return List.of(
                new Kind(
                        "statics",
                        "a counter",
                        () -> count++,
                        Shared::increment,
                        () -> {
                            IntSupplier next = () -> another++;
                            next.getAsInt();
                        },
                        () -> Integer.sum(BASE, 1)),
                new Kind(
                        "statics",
                        "a list",
                        () -> LIST.add("x"),
                        Shared::list,
                        () -> {
                            Supplier<Boolean> add = () -> MORE.add("x");
                            add.get();
                        },
                        () -> CONSTANTS.get(0)),
                new Kind(
                        "statics",
                        "a map",
                        () -> MAP.merge("x", 1, Integer::sum),
                        Shared::map,
                        () -> {
                            Kind.Code lambda = () -> ANOTHER.merge("x", 1, Integer::sum);
                            lambda.run();
                        },
                        () -> TABLE.get("a")),
                new Kind(
                        "statics",
                        "an AtomicInteger",
                        () -> NUMBERS.incrementAndGet(),
                        Shared::number,
                        () -> {
                            IntSupplier next = OTHERS::incrementAndGet;
                            next.getAsInt();
                        },
                        () -> LIMIT.get()),
                new Kind(
                        "statics",
                        "a Random",
                        () -> RANDOM.nextInt(),
                        Shared::random,
                        () -> {
                            IntSupplier next = FIXED::nextInt;
                            next.getAsInt();
                        },
                        () -> Shared.singleton()));
    }
}
