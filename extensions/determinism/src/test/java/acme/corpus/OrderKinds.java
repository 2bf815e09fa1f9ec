package acme.corpus;

import acme.library.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Collections whose order differs per run of the JVM. */
final class OrderKinds {
    private OrderKinds() {}

    private static Map<String, Integer> identities() {
        Map<String, Integer> map = new IdentityHashMap<>();
        map.put("a", 1);
        map.put("b", 2);
        return map;
    }

    static List<Kind> all() {
        return List.of(
                new Kind(
                        "order",
                        "Set.of",
                        () -> {
                            for (String each : Set.of("a", "b", "c")) {
                                each.length();
                            }
                        },
                        Order::setOf,
                        () -> {
                            Supplier<Iterator<String>> iterators = Set.of("a", "b", "c")::iterator;
                            iterators.get().next();
                        },
                        () -> Set.of("a", "b", "c").contains("b")),
                new Kind(
                        "order",
                        "Map.of",
                        () -> Map.of("a", 1, "b", 2).forEach((key, value) -> value.toString()),
                        Order::mapOf,
                        () -> {
                            Function<Map<String, Integer>, Set<String>> keys = Map::keySet;
                            keys.apply(Map.of("a", 1, "b", 2));
                        },
                        () -> Map.of("a", 1, "b", 2).get("b")),
                new Kind(
                        "order",
                        "HashSet of enums",
                        () -> {
                            for (TimeUnit each : new HashSet<>(Arrays.asList(TimeUnit.values()))) {
                                each.name();
                            }
                        },
                        Order::enums,
                        () -> {
                            Collection<TimeUnit> units = new HashSet<>(Arrays.asList(TimeUnit.values()));
                            Kind.Code lambda = () -> units.stream().findFirst();
                            lambda.run();
                        },
                        () -> {
                            for (TimeUnit each : EnumSet.of(TimeUnit.DAYS, TimeUnit.HOURS)) {
                                each.name();
                            }
                        }),
                new Kind(
                        "order",
                        "HashMap by enums",
                        () -> {
                            Map<TimeUnit, Integer> map = new HashMap<>();
                            map.put(TimeUnit.DAYS, 1);
                            map.put(TimeUnit.HOURS, 2);
                            for (TimeUnit each : map.keySet()) {
                                each.name();
                            }
                        },
                        Order::enumKeys,
                        () -> {
                            Map<TimeUnit, Integer> map = new HashMap<>();
                            map.put(TimeUnit.DAYS, 1);
                            map.put(TimeUnit.HOURS, 2);
                            Supplier<Set<Map.Entry<TimeUnit, Integer>>> entries = map::entrySet;
                            entries.get().iterator();
                        },
                        () -> {
                            Map<TimeUnit, Integer> map = new EnumMap<>(TimeUnit.class);
                            map.put(TimeUnit.DAYS, 1);
                            map.put(TimeUnit.HOURS, 2);
                            map.forEach((key, value) -> value.toString());
                        }),
                new Kind(
                        "order",
                        "IdentityHashMap",
                        () -> {
                            for (String each : identities().keySet()) {
                                each.length();
                            }
                        },
                        Order::identities,
                        () -> {
                            Kind.Code lambda = () -> identities().values().iterator();
                            lambda.run();
                        },
                        () -> {
                            Map<String, Integer> map = new LinkedHashMap<>();
                            map.put("a", 1);
                            map.put("b", 2);
                            for (String each : map.keySet()) {
                                each.length();
                            }
                        }),
                new Kind(
                        "order",
                        "a copy of a Set.of",
                        () -> new ArrayList<>(Set.of("a", "b")).get(0),
                        Order::copy,
                        () -> {
                            Function<Collection<String>, List<String>> copies = ArrayList::new;
                            copies.apply(Set.of("a", "b")).get(0);
                        },
                        () -> new ArrayList<>(new TreeSet<>(Set.of("a", "b"))).get(0)),
                new Kind(
                        "order",
                        "String.join of a Set.of",
                        () -> String.join(",", Set.of("a", "b")),
                        Order::join,
                        () -> {
                            Function<Iterable<String>, String> join = all -> String.join(",", all);
                            join.apply(Set.of("a", "b"));
                        },
                        () -> String.join(",", new HashSet<>(List.of("a", "b")))),
                new Kind(
                        "order",
                        "identityHashCode",
                        () -> System.identityHashCode("a"),
                        Order::identityHash,
                        () -> {
                            ToIntFunction<Object> hash = System::identityHashCode;
                            hash.applyAsInt("a");
                        },
                        () -> "a".hashCode()));
    }
}
