package dev.heddle.agent.call;

/**
 * What a failure says of itself. An extension's exceptions may fail when they are asked, and nothing that is said of an
 * accident may fail the call in its turn.
 */
final class FailureText {
    private static final String AGENT = "dev.heddle.agent.";
    private static final int MOST_FRAMES = 20;
    private static final int MOST_CAUSES = 4;

    private FailureText() {}

    /** Its class and message. */
    static String brief(Throwable failure) {
        try {
            return failure.toString();
        } catch (Throwable unreadable) {
            return failure.getClass().getName() + " (it fails when it is asked for its message)";
        }
    }

    /** Where it comes from, in few words: the same for two failures of one cause. */
    static String origin(Throwable failure) {
        StackTraceElement[] frames = frames(failure);
        int own = own(frames);
        return failure.getClass().getName() + (own == frames.length ? "" : " at " + frames[own]);
    }

    /** Its class, its message and the extension's part of its stack, and the same of its causes. */
    static String full(Throwable failure) {
        StringBuilder text = new StringBuilder(brief(failure));
        Throwable next = failure;
        for (int i = 0; i <= MOST_CAUSES; i++) {
            if (i > 0) {
                text.append("\nCaused by: ").append(brief(next));
            }
            StackTraceElement[] frames = frames(next);
            int own = own(frames);
            for (int at = own; at < frames.length && at < own + MOST_FRAMES && !isOfAgent(frames[at]); at++) {
                text.append("\n\tat ").append(frames[at]);
            }
            Throwable cause = cause(next);
            if (cause == null || cause == next) {
                break;
            }
            next = cause;
        }
        return text.toString();
    }

    /** The first frame that is not the agent's, which may have thrown it at the extension. */
    private static int own(StackTraceElement[] frames) {
        int at = 0;
        while (at < frames.length && isOfAgent(frames[at])) {
            at++;
        }
        return at;
    }

    private static boolean isOfAgent(StackTraceElement frame) {
        return frame.getClassName().startsWith(AGENT);
    }

    private static StackTraceElement[] frames(Throwable failure) {
        try {
            return failure.getStackTrace();
        } catch (Throwable unreadable) {
            return new StackTraceElement[0];
        }
    }

    private static Throwable cause(Throwable failure) {
        try {
            return failure.getCause();
        } catch (Throwable unreadable) {
            return null;
        }
    }
}
