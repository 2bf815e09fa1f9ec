package dev.heddle.extension.determinism;

import dev.heddle.api.CodeSite;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The static fields that workflow code uses. Thread-safe. */
final class Statics {
    private static final Set<String> MUTABLE = Set.of(
            "Ljava/util/Collection;",
            "Ljava/util/List;",
            "Ljava/util/Set;",
            "Ljava/util/Map;",
            "Ljava/util/Queue;",
            "Ljava/util/Deque;",
            "Ljava/util/ArrayList;",
            "Ljava/util/LinkedList;",
            "Ljava/util/HashMap;",
            "Ljava/util/HashSet;",
            "Ljava/util/LinkedHashMap;",
            "Ljava/util/TreeMap;",
            "Ljava/util/concurrent/ConcurrentMap;",
            "Ljava/util/concurrent/ConcurrentHashMap;",
            "Ljava/util/concurrent/atomic/AtomicInteger;",
            "Ljava/util/concurrent/atomic/AtomicLong;",
            "Ljava/util/concurrent/atomic/AtomicBoolean;",
            "Ljava/util/concurrent/atomic/AtomicReference;",
            "Ljava/util/concurrent/atomic/LongAdder;",
            "Ljava/lang/StringBuilder;",
            "Ljava/util/BitSet;",
            "[I",
            "[J");

    private static final String RANDOM = "Ljava/util/Random;";

    private final Map<String, StaticField> fields = new ConcurrentHashMap<>();

    /** Whether to look at a field; those of the compiler and of tools that measure begin with a dollar. */
    static boolean watches(String name, String descriptor) {
        return !name.startsWith("$") && (isSet(descriptor) || MUTABLE.contains(descriptor) || isRandom(descriptor));
    }

    /** Whether a field is set there, and not read. */
    static boolean isSet(String descriptor) {
        return descriptor.startsWith("(");
    }

    /** Whether it gives random numbers, which are others for each run that reads it. */
    static boolean isRandom(String descriptor) {
        return descriptor.equals(RANDOM);
    }

    /** The field that is used at a place. */
    StaticField at(CodeSite site) {
        return fields.computeIfAbsent(site.owner() + '.' + site.name(), name -> new StaticField());
    }
}
