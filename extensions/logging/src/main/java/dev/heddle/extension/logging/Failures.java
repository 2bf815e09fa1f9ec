package dev.heddle.extension.logging;

import dev.heddle.api.GrpcException;

/** What lines say of failures. By their classes' names, for an application may have gRPC and not Temporal. */
final class Failures {
    private static final String APPLICATION_FAILURE = "io.temporal.failure.ApplicationFailure";
    private static final int DEEPEST = 50;

    private Failures() {}

    /** What has failed: the class. */
    static String type(Throwable failure) {
        return failure.getClass().getName();
    }

    /** What it comes of, as its thrower calls it; {@code null} where that is the failure itself. */
    static String cause(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && root.getCause() != root && depth < DEEPEST; depth++) {
            root = root.getCause();
        }
        String named = root.getClass().getName().equals(APPLICATION_FAILURE) ? ask(root, "getType") : null;
        return named != null ? named : root == failure ? null : type(root);
    }

    /** Of gRPC's how the call ended, or {@code null}. */
    static String status(Throwable failure) {
        return failure instanceof GrpcException grpc ? grpc.status().code().name() : null;
    }

    /** Whether the application says itself that it is none to speak of. */
    static boolean isBenign(Throwable failure) {
        return failure.getClass().getName().equals(APPLICATION_FAILURE) && "BENIGN".equals(ask(failure, "getCategory"));
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
