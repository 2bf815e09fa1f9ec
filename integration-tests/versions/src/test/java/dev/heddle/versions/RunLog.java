package dev.heddle.versions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an application and the {@link Recorder} in it have printed: compares the calls that were made with those that were
 * seen. A call between {@code begin} and {@code end} must be seen there, on its thread, once. Of the others as many must
 * be seen as there were.
 */
final class RunLog {
    private static final String DROP_IN = "drop-in ";

    private final Set<String> dropIns = new HashSet<>();
    private final Map<String, Deque<int[]>> open = new HashMap<>();
    private final Map<String, EnumSet<State>> states = new TreeMap<>();
    private final Map<String, Integer> made = new TreeMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, Map<String, List<String>>> told = new HashMap<>();

    RunLog(String output) {
        output.lines().forEach(this::read);
    }

    /** The types of the drop-ins that were called. */
    Set<String> dropIns() {
        return dropIns;
    }

    private void read(String line) {
        if (line.startsWith(DROP_IN)) {
            dropIns.add(line.substring(DROP_IN.length()));
        }
        String[] words = line.split(" ", 3);
        if (words.length < 3 || !words[1].matches("\\d+")) {
            return;
        }
        String place = words[1] + ' ' + words[2];
        switch (words[0]) {
            case "begin" ->
                open.computeIfAbsent(place, key -> new ArrayDeque<>()).push(new int[1]);
            case "end" -> end(words[2], open.get(place).pop()[0]);
            case "absent" -> {
                open.get(place).pop();
                state(words[2], State.ABSENT);
            }
            case "once" -> made.merge(words[2], 1, Integer::sum);
            case "seen" -> seen(words[1], words[2].split(Recorder.SEPARATOR));
            default -> {}
        }
    }

    private void seen(String thread, String[] parts) {
        String operation = parts[0];
        seen.merge(operation, 1, Integer::sum);
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=");
            told.computeIfAbsent(pair[0], key -> new TreeMap<>())
                    .computeIfAbsent(operation, key -> new ArrayList<>())
                    .add(pair[1]);
        }
        Deque<int[]> calls = open.get(thread + ' ' + operation);
        if (calls != null && !calls.isEmpty()) {
            calls.peek()[0]++;
        }
    }

    private void end(String operation, int times) {
        if (times > 1) {
            throw new AssertionError(operation + " was seen " + times + " times in one call");
        }
        state(operation, times == 1 ? State.INTERCEPTED : State.MISSED);
    }

    private void state(String operation, State state) {
        states.computeIfAbsent(operation, key -> EnumSet.noneOf(State.class)).add(state);
    }

    /** The users in the headers of the calls, by their operations. */
    Map<String, List<String>> users() {
        return told.getOrDefault("user", Map.of());
    }

    /** The namespaces that the calls tell, by their operations. */
    Map<String, List<String>> namespaces() {
        return told.getOrDefault("namespace", Map.of());
    }

    /** The state of each operation that the application has tried. */
    Map<String, State> states() {
        made.forEach((operation, times) -> {
            int timesSeen = seen.getOrDefault(operation, 0);
            if (timesSeen != 0 && timesSeen != times) {
                throw new AssertionError(operation + " was called " + times + " times and seen " + timesSeen);
            }
            state(operation, timesSeen == times ? State.INTERCEPTED : State.MISSED);
        });
        Map<String, State> one = new TreeMap<>();
        states.forEach((operation, all) -> {
            if (all.size() > 1) {
                throw new AssertionError(operation + " is intercepted now and then: " + all);
            }
            State state = all.iterator().next();
            boolean headers = state == State.INTERCEPTED && users().containsKey(operation);
            one.put(operation, headers ? State.WITH_HEADERS : state);
        });
        return one;
    }
}
