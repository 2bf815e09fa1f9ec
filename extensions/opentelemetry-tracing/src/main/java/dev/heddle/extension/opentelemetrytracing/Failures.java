package dev.heddle.extension.opentelemetrytracing;

import java.util.List;

/** What spans say of failures. By their classes' names, for an application may have gRPC and not Temporal. */
final class Failures {
    private static final String TEMPORAL_FAILURE = "io.temporal.failure.TemporalFailure";
    private static final String APPLICATION_FAILURE = "io.temporal.failure.ApplicationFailure";
    private static final String REFUSAL = "dev.heddle.api.RefusedException";
    /** Of a collector's that must take it; an exception's message may be of any size. */
    private static final int LONGEST = 4_096;

    private Failures() {}

    /** As the other SDKs write it. */
    static String text(Throwable failure) {
        return cut(failure.getClass().getSimpleName() + ": " + failure.getMessage());
    }

    static List<String> parts(Throwable failure) {
        return List.of(failure.getClass().getName(), cut(String.valueOf(failure.getMessage())));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Whether the application says itself that it is none to speak of. */
    static boolean isBenign(Throwable failure) {
        if (!is(failure, APPLICATION_FAILURE)) {
            return false;
        }
        try {
            Object category = failure.getClass().getMethod("getCategory").invoke(failure);
            return category != null && category.toString().equals("BENIGN");
        } catch (ReflectiveOperationException before129) {
            return false;
        }
    }

    /** Whether it ends a workflow, or an update; what else a workflow throws fails its task, which is tried again. */
    static boolean ends(Throwable failure) {
        return is(failure, TEMPORAL_FAILURE) || failure.getClass().getName().equals(REFUSAL);
    }

    private static boolean is(Throwable failure, String className) {
        for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(className)) {
                return true;
            }
        }
        return false;
    }
}
