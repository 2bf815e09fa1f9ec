package dev.heddle.agent.replay;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Why the SDK has not replayed a history. It says so by text alone: the stack trace of what has failed is in the message of
 * what it throws.
 *
 * @param detail the one sentence of it that matters, as the SDK has it, and what extensions know of it
 */
record ReplayFailure(Cause cause, String detail) {
    private static final String TRACE = ", error=";

    private static final Pattern NOT_DETERMINISTIC = Pattern.compile(
            "TMPRL1100|NonDeterministic|does not match command|No command scheduled"
                    + "|COMMAND_TYPE_\\w+ doesn't match|Unexpected local activity|after workflow is (?:closed|completed)");

    private static final Pattern DEADLOCK = Pattern.compile("TMPRL1101|PotentialDeadlock");
    private static final Pattern NOT_REGISTERED = Pattern.compile("Unknown workflow type");

    /** What the SDK has before and after the sentence, of no use to who does not debug it. */
    private static final Pattern AROUND = Pattern.compile(
            "^(?:\\[TMPRL\\d+] )?Failure handling event \\d+ of type '\\w+' during replay\\. (?=\\[?[TE])"
                    + "|\\.?\\s*\\{\\w*StartedEventId=.*");

    private static final int LONGEST = 400;

    static ReplayFailure of(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        String text = trace.toString();
        int nested = text.indexOf(TRACE);
        return of(nested < 0 ? text : text.substring(nested + TRACE.length()));
    }

    /** The same with what else there is to say of it, if it is not {@code null}. */
    ReplayFailure and(String explanation) {
        return explanation == null ? this : new ReplayFailure(cause, detail + '\n' + explanation);
    }

    /** Of what has kept a history from being read. */
    static ReplayFailure unreadable(Throwable thrown) {
        String message = thrown.getMessage();
        return new ReplayFailure(Cause.UNREADABLE, sentence(message == null ? thrown.toString() : message));
    }

    /** Of a history that is larger than what is left of so many bytes. */
    static ReplayFailure tooLarge(long bytes) {
        return new ReplayFailure(
                Cause.UNREADABLE,
                "the application's heap of at most " + (bytes >> 20) + " MiB is too small for it: give its java more by"
                        + " -Xmx, or replay fewer at a time by --parallel");
    }

    /** Of a stack trace. */
    static ReplayFailure of(String trace) {
        List<TracedThrowable> throwables = TracedThrowable.in(trace);
        TracedThrowable found;
        if ((found = innermost(throwables, NOT_REGISTERED)) != null) {
            return new ReplayFailure(Cause.NOT_REGISTERED, sentence(found.message()));
        }
        if ((found = innermost(throwables, DEADLOCK)) != null) {
            return new ReplayFailure(Cause.DEADLOCK, sentence(found.message()));
        }
        if ((found = innermost(throwables, NOT_DETERMINISTIC)) != null) {
            return new ReplayFailure(Cause.NOT_DETERMINISTIC, sentence(found.message()));
        }
        return new ReplayFailure(
                Cause.FAILED, sentence(throwables.get(throwables.size() - 1).toString()));
    }

    private static TracedThrowable innermost(List<TracedThrowable> throwables, Pattern pattern) {
        for (int i = throwables.size() - 1; i >= 0; i--) {
            if (pattern.matcher(throwables.get(i).toString()).find()) {
                return throwables.get(i);
            }
        }
        return null;
    }

    /** On one line, and not without end: a message may have a whole event in it. */
    private static String sentence(String message) {
        String line =
                AROUND.matcher(message).replaceAll("").replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
