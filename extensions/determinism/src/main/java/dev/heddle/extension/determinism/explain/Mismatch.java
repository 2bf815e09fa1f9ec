package dev.heddle.extension.determinism.explain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the SDK says of code that does not do what its history says, by text alone, which differs by its versions.
 *
 * @param event the event's number, or 0
 * @param eventType the event's type, or {@code null}
 * @param commandType the type of the command that the code has made, or {@code null} if it has made none
 */
record Mismatch(long event, String eventType, String commandType) {
    private static final Pattern SAID = Pattern.compile(
            "TMPRL1100|does not match command|No command scheduled"
                    + "|COMMAND_TYPE_\\w+ doesn't match|was not expected by the execution|after workflow is (?:closed|completed)");

    private static final Pattern END = Pattern.compile("\\. \\{|\n\\s+at ");

    private static final Pattern[] EVENTS = {
        Pattern.compile("\\bEventId=(\\d+)"),
        Pattern.compile("event_id: (\\d+)"),
        Pattern.compile("\\bEvent (\\d+) of"),
        Pattern.compile("event (\\d+) of")
    };
    private static final Pattern COMMAND = Pattern.compile("COMMAND_TYPE_\\w+");
    private static final Pattern TYPE = Pattern.compile("EVENT_TYPE_\\w+");

    /** What a message says, or {@code null} if it is of something else. */
    static Mismatch in(String message) {
        Matcher said = SAID.matcher(message == null ? "" : message);
        int last = -1;
        while (said.find()) {
            last = said.start();
        }
        if (last < 0) {
            return null;
        }
        // What stands before only says in which event this came up; what comes after, where.
        int begin = Math.max(message.lastIndexOf('\n', last) + 1, message.lastIndexOf("[TMPRL1100]", last));
        String own = END.split(message.substring(begin), 2)[0];
        return new Mismatch(event(own, message), first(TYPE, own), first(COMMAND, own));
    }

    private static long event(String said, String message) {
        for (String text : new String[] {said, message}) {
            for (Pattern pattern : EVENTS) {
                Matcher found = pattern.matcher(text);
                if (found.find()) {
                    return Long.parseLong(found.group(1));
                }
            }
        }
        return 0;
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group() : null;
    }
}
