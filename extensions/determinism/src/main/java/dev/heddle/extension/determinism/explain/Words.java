package dev.heddle.extension.determinism.explain;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An explanation as it stands in the log. */
final class Words {
    private static final Pattern WAITED = Pattern.compile("(?:for over|within) (\\w+(?: second)?)");

    private Words() {}

    static String of(Mismatch mismatch, Divergence divergence) {
        return "the code does not do what the history says\n" + lines(mismatch, divergence);
    }

    /** The same without what it begins with. */
    static String lines(Mismatch mismatch, Divergence divergence) {
        StringBuilder words = new StringBuilder();
        line(words, "history", "event " + mismatch.event() + ", " + recorded(mismatch, divergence));
        line(words, "code", asked(mismatch, divergence));
        if (divergence.agreed() != null) {
            line(words, "after", divergence.agreed() + at(divergence.agreed().line()));
        }
        if (divergence.before() != null) {
            line(
                    words,
                    "before",
                    "this JVM has run the same code, which asked for " + divergence.expected() + at(divergence.before())
                            + ": look for what differs from time to time");
        }
        line(words, "likely", divergence.likely());
        if (divergence.before() == null) {
            line(words, "to do", "let runs that have begun go the former way: Workflow.getVersion");
        }
        return words.substring(1);
    }

    static String of(StuckThread thread, String message, Predicate<String> own) {
        Matcher waited = WAITED.matcher(message);
        StringBuilder words = new StringBuilder("a thread of the workflow did not go on for ")
                .append(waited.find() ? waited.group(1) : "as long as the SDK waits");
        line(words, "at", String.valueOf(thread.line() == null ? thread.top() : thread.line()));
        line(words, "where it", thread.state() + (thread.top() == null ? "" : ", in " + thread.top()));
        for (String other : OtherThreads.in(message, own)) {
            line(words, "beside", other);
        }
        line(words, "to do", "what waits or takes long belongs into an activity; a busy machine has the same effect");
        return words.append("\n  stack").append(thread.stack()).toString();
    }

    private static String recorded(Mismatch mismatch, Divergence divergence) {
        return divergence.expected() == null
                ? String.valueOf(mismatch.eventType())
                : divergence.expected().toString();
    }

    private static String asked(Mismatch mismatch, Divergence divergence) {
        if (divergence.found() != null) {
            return divergence.found() + at(divergence.found().line());
        }
        return mismatch.commandType() == null ? "asks for nothing" : mismatch.commandType();
    }

    private static String at(String line) {
        return line == null ? "" : ", at " + line;
    }

    private static void line(StringBuilder words, String label, String text) {
        words.append("\n  ")
                .append(label)
                .append(" ".repeat(9 - label.length()))
                .append(text);
    }
}
