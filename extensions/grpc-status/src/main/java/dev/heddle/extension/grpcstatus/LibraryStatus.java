package dev.heddle.extension.grpcstatus;

import dev.heddle.api.GrpcStatus;
import java.util.regex.Pattern;

/**
 * Reads the status of the library's own exceptions, by name: the library belongs to the application, which may have
 * relocated it.
 */
final class LibraryStatus {
    private static final Pattern NAME = Pattern.compile("(.+\\.)?io\\.grpc\\.Status(Runtime)?Exception");
    private static final ClassValue<Boolean> ARE_STATUSES = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            Class<?> above = type.getSuperclass();
            return NAME.matcher(type.getName()).matches() || above != null && ARE_STATUSES.get(above);
        }
    };

    private LibraryStatus() {}

    /** The status of a failure, or {@code null} if it is not one of the library's. */
    static GrpcStatus of(Throwable failure) {
        if (!ARE_STATUSES.get(failure.getClass())) {
            return null;
        }
        try {
            Object status = read(failure, "getStatus");
            return GrpcStatus.Code.valueOf(read(status, "getCode").toString())
                    .status((String) read(status, "getDescription"));
        } catch (ReflectiveOperationException unlikeAnyVersion) {
            throw new IllegalStateException("cannot read the status of a " + failure.getClass(), unlikeAnyVersion);
        }
    }

    private static Object read(Object from, String getter) throws ReflectiveOperationException {
        return from.getClass().getMethod(getter).invoke(from);
    }
}
