package dev.heddle.extension.opentelemetrymetrics;

/** What metrics say of failures. By their classes' names, for an application may have gRPC and not Temporal. */
final class Failures {
    private static final String PACKAGE = "io.temporal.failure.";
    private static final int DEEPEST = 50;

    private Failures() {}

    /** What it comes of: the type that the application has given it, or the class. */
    static String exception(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && root.getCause() != root && depth < DEEPEST; depth++) {
            root = root.getCause();
        }
        String named = is(root, "ApplicationFailure") ? ask(root, "getType") : null;
        return named == null ? root.getClass().getSimpleName() : named;
    }

    /** How a call ended: what the application calls benign and what was cancelled is no failure to be woken up for. */
    static String outcome(Throwable failure) {
        if (is(failure, "ApplicationFailure") && "BENIGN".equals(ask(failure, "getCategory"))) {
            return "benign";
        }
        return is(failure, "CanceledFailure") || failure.getCause() != null && is(failure.getCause(), "CanceledFailure")
                ? "canceled"
                : "failed";
    }

    /** Whether it ends a workflow or an update; what else a workflow throws fails its task, which is tried again. */
    static boolean ends(Throwable failure) {
        return is(failure, "TemporalFailure") || failure.getClass().getName().equals("dev.heddle.api.RefusedException");
    }

    private static boolean is(Throwable failure, String name) {
        for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(PACKAGE + name)) {
                return true;
            }
        }
        return false;
    }

    private static String ask(Throwable failure, String getter) {
        try {
            Object answer = failure.getClass().getMethod(getter).invoke(failure);
            return answer == null ? null : answer.toString();
        } catch (ReflectiveOperationException earlierVersion) {
            return null;
        }
    }
}
