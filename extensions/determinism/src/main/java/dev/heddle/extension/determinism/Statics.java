package dev.heddle.extension.determinism;

import dev.heddle.api.CodeSite;
import io.temporal.workflow.Workflow;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Static fields that one run leaves to the next: those that a workflow sets, unless for the first time, and those whose
 * content is another when a second run looks. Thread-safe.
 */
final class Statics {
    private static final int SMALL = 32;

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

    /**
     * What was in a field when a run looked last.
     *
     * @param run the run
     * @param thread the name of its thread, which has the run's ID in it: another text for each
     */
    private record Content(String run, int sum, String thread) {}

    private static final String RANDOM = "Ljava/util/Random;";

    private final Map<String, Content> contents = new ConcurrentHashMap<>();
    private final Map<CodeSite, String> fields = new ConcurrentHashMap<>();

    /** Whether to look at a field; those of the compiler and of tools that measure begin with a dollar. */
    static boolean watches(String name, String descriptor) {
        return !name.startsWith("$")
                && (descriptor.startsWith("(") || MUTABLE.contains(descriptor) || descriptor.equals(RANDOM));
    }

    /** Whether a field is read that the same thread has read last for the same run: asked first, for code may read in a loop. */
    @SuppressWarnings("StringEquality")
    boolean isOfSameRun(CodeSite site) {
        String field = fields.get(site);
        Content before = field == null ? null : contents.get(field);
        return before != null && before.thread() == Thread.currentThread().getName();
    }

    /** Whether one run leaves something to another there. */
    boolean isShared(CodeSite site, Object content) {
        if (site.descriptor().startsWith("(")) {
            // A singleton that is made when it is needed is the same for all.
            boolean object =
                    site.descriptor().startsWith("(L") || site.descriptor().startsWith("([");
            return !object || content != null;
        }
        if (site.descriptor().equals(RANDOM)) {
            return true;
        }
        if (content == null) {
            return false;
        }
        String field = fields.computeIfAbsent(site, Statics::field);
        String run = Workflow.getInfo().getRunId();
        Content before = contents.get(field);
        if (before != null && before.run().equals(run)) {
            contents.put(
                    field, new Content(run, before.sum(), Thread.currentThread().getName()));
            return false;
        }
        int sum = sum(content);
        contents.put(field, new Content(run, sum, Thread.currentThread().getName()));
        return before != null && before.sum() != sum;
    }

    private static String field(CodeSite site) {
        return site.owner() + '.' + site.name();
    }

    private static int sum(Object content) {
        try {
            if (content instanceof Collection<?> collection) {
                return collection.size() < SMALL ? collection.hashCode() * 31 + collection.size() : collection.size();
            }
            if (content instanceof Map<?, ?> map) {
                return map.size() < SMALL ? map.hashCode() * 31 + map.size() : map.size();
            }
            if (content instanceof int[] numbers) {
                return numbers.length < SMALL ? Arrays.hashCode(numbers) : 0;
            }
            if (content instanceof long[] numbers) {
                return numbers.length < SMALL ? Arrays.hashCode(numbers) : 0;
            }
            return content.toString().hashCode();
        } catch (RuntimeException changedMeanwhile) {
            return 0;
        }
    }
}
