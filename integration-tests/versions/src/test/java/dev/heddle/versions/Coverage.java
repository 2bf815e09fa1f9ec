package dev.heddle.versions;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known of one library: the state of each operation in each version, and in which settings the versions ran. */
final class Coverage {
    private final List<String> versions;
    private final Map<String, Map<String, State>> states = new TreeMap<>();
    private final Map<String, Set<String>> runs = new TreeMap<>();

    Coverage(List<String> versions) {
        this.versions = versions;
    }

    void put(String operation, String version, State state) {
        states.computeIfAbsent(operation, key -> new LinkedHashMap<>()).put(version, state);
    }

    /** Takes down what a version has shown, in place of what was known of it. */
    void put(String version, Map<String, State> shown) {
        states.values().forEach(ofOperation -> ofOperation.remove(version));
        shown.forEach((operation, state) -> put(operation, version, state));
    }

    /** What is known of a version: all operations that it has. */
    Map<String, State> states(String version) {
        Map<String, State> known = new TreeMap<>();
        states.forEach((operation, byVersion) -> {
            if (byVersion.getOrDefault(version, State.ABSENT) != State.ABSENT) {
                known.put(operation, byVersion.get(version));
            }
        });
        return known;
    }

    /** Takes down that a version ran in a setting. */
    void ran(String setting, String version) {
        runs.computeIfAbsent(setting, key -> new TreeSet<>()).add(version);
    }

    /** Those that some version has. */
    List<String> operations() {
        return states.keySet().stream()
                .filter(operation -> states.get(operation).values().stream().anyMatch(state -> state != State.ABSENT))
                .toList();
    }

    Map<String, Set<String>> runs() {
        return runs;
    }

    /** The versions in which an operation is in one of these states; where nothing is known of it, it is not there. */
    List<String> versions(String operation, EnumSet<State> of) {
        return versions.stream()
                .filter(version -> of.contains(states.get(operation).getOrDefault(version, State.ABSENT)))
                .toList();
    }
}
