package dev.heddle.agent.replay;

import java.util.ArrayList;
import java.util.List;

/** One of the throwables in a printed stack trace. */
record TracedThrowable(String type, String message) {
    private static final String CAUSE = "Caused by: ";

    /** All but suppressed ones, outermost first; at least one. */
    static List<TracedThrowable> in(String trace) {
        List<TracedThrowable> found = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : trace.split("\n")) {
            if (line.startsWith(CAUSE)) {
                found.add(of(current.toString()));
                current.setLength(0);
                current.append(line, CAUSE.length(), line.length());
            } else if (!line.startsWith("\t")) {
                // A message may have several lines.
                current.append(current.isEmpty() ? "" : "\n").append(line);
            }
        }
        found.add(of(current.toString()));
        return found;
    }

    private static TracedThrowable of(String text) {
        int colon = text.indexOf(": ");
        boolean named = colon > 0 && text.substring(0, colon).matches("[\\w.$]+");
        return named
                ? new TracedThrowable(text.substring(0, colon), text.substring(colon + 2))
                : new TracedThrowable(text.strip(), "");
    }

    @Override
    public String toString() {
        return message.isEmpty() ? type : type + ": " + message;
    }
}
