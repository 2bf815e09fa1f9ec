package dev.heddle.extension.determinism;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of calls that a replay would do differently: {@code calls.txt}. */
final class WatchedCalls {
    /**
     * What is wrong with a call.
     *
     * @param instead what to use
     */
    record Entry(Rule rule, String instead) {}

    private static final String ANY = "*";

    private final Map<String, Map<String, Entry>> byOwner = new HashMap<>();
    private final Map<Rule, Entry> byRule = new HashMap<>();

    WatchedCalls() {
        Resource.read("calls.txt").forEach((heading, lines) -> {
            int end = heading.indexOf(']');
            Entry entry = new Entry(
                    Rule.of(heading.substring(1, end)),
                    heading.substring(end + 1).strip());
            byRule.put(entry.rule(), entry);
            for (String line : lines) {
                String[] words = line.split(" ");
                Map<String, Entry> members = byOwner.computeIfAbsent(words[0], none -> new HashMap<>());
                for (String word : List.of(words).subList(1, words.length)) {
                    members.put(
                            word.equals("new") || word.startsWith("new(") ? "<init>" + word.substring(3) : word, entry);
                }
            }
        });
    }

    /** The entry for what a rule has beside the table. */
    Entry of(Rule rule) {
        return byRule.get(rule);
    }

    /** What is wrong with a call, or {@code null}; of a constructor the name is {@code <init>}, of a field in brackets. */
    Entry find(String owner, String name, String descriptor) {
        Map<String, Entry> members = byOwner.get(owner);
        if (members == null) {
            return null;
        }
        Entry entry = members.get(name);
        if (entry == null) {
            entry = members.get(name + descriptor);
        }
        if (entry == null && descriptor.startsWith("()")) {
            entry = members.get(name + "()");
        }
        return entry == null && !isField(name) ? members.get(ANY) : entry;
    }

    private static boolean isField(String name) {
        return name.startsWith("<") && !name.equals("<init>");
    }
}
