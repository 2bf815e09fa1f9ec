package dev.heddle.extension.determinism.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the other threads of a workflow did when one was stuck, as the SDK's text has it. */
final class OtherThreads {
    private static final String BEGIN = "Other workflow threads:";
    private static final Pattern THREAD = Pattern.compile("([^\\s\\]].*?)(?:: \\(BLOCKED on (.*)\\))?");
    private static final Pattern FRAME = Pattern.compile(
            "\\s*(?:at )?(?:[^\\s/(]*/(?:[^\\s/(]*/)?)?([\\w.$<>]+?)(?:/0x\\w+)?\\.([\\w$<>]+)\\((.*)\\)");
    private static final Pattern LINE = Pattern.compile(":(\\d+)");

    private OtherThreads() {}

    /** Whether a message is that of the SDK's deadlock detector. */
    static boolean isOfDeadlock(String message) {
        return message.contains("Potential deadlock");
    }

    /** A line for each: its name, what it waited for if that is said, and where in the application. */
    static List<String> in(String message, Predicate<String> own) {
        List<String> threads = new ArrayList<>();
        int begin = message.indexOf(BEGIN);
        String thread = null;
        for (String line : begin < 0
                ? new String[0]
                : message.substring(begin + BEGIN.length()).split("\n")) {
            Matcher header = THREAD.matcher(line);
            Matcher frame = FRAME.matcher(line);
            if (!frame.matches() && header.matches()) {
                thread = header.group(1) + (header.group(2) == null ? "" : " waited in " + header.group(2));
                threads.add(thread);
            } else if (thread != null && frame.matches() && own.test(frame.group(1))) {
                Matcher number = LINE.matcher(frame.group(3));
                threads.set(
                        threads.size() - 1,
                        thread + ", at " + frame.group(1) + '.' + frame.group(2)
                                + (number.find() ? ":" + number.group(1) : ""));
                thread = null;
            }
        }
        return threads;
    }
}
