package acme.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Goes through collections. */
public final class Order {
    private Order() {}

    public static void setOf() {
        for (String each : Set.of("a", "b", "c")) {
            each.length();
        }
    }

    public static void mapOf() {
        for (Map.Entry<String, Integer> each : Map.of("a", 1, "b", 2).entrySet()) {
            each.getValue();
        }
    }

    public static void enums() {
        for (TimeUnit each : new HashSet<>(List.of(TimeUnit.DAYS, TimeUnit.HOURS))) {
            each.name();
        }
    }

    public static void enumKeys() {
        new HashMap<>(Map.of(TimeUnit.DAYS, 1, TimeUnit.HOURS, 2)).forEach((key, value) -> value.toString());
    }

    public static void identities() {
        Map<String, Integer> map = new IdentityHashMap<>();
        map.put("a", 1);
        map.put("b", 2);
        for (String each : map.keySet()) {
            each.length();
        }
    }

    public static void copy() {
        Collection<String> set = Set.of("a", "b");
        new ArrayList<>(set).get(0);
    }

    public static void join() {
        String.join(",", Set.of("a", "b"));
    }

    public static void identityHash() {
        System.identityHashCode("a");
    }
}
