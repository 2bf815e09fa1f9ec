package dev.heddle.api;

/**
 * The name of a gRPC method in its parts.
 *
 * @param packageName the package, empty if the service has none
 * @param service the service without its package
 * @param method the method
 */
public record GrpcMethodName(String packageName, String service, String method) {
    /**
     * Parses {@code package.Service/Method}, with or without a slash in front.
     *
     * @throws IllegalArgumentException if there is no service or no method in it
     */
    public static GrpcMethodName parse(String fullName) {
        int begin = fullName.startsWith("/") ? 1 : 0;
        int slash = fullName.lastIndexOf('/');
        int dot = fullName.lastIndexOf('.', slash);
        if (slash <= Math.max(begin, dot + 1) || slash == fullName.length() - 1) {
            throw new IllegalArgumentException("not the name of a gRPC method: " + fullName);
        }
        return new GrpcMethodName(
                dot < begin ? "" : fullName.substring(begin, dot),
                fullName.substring(Math.max(begin, dot + 1), slash),
                fullName.substring(slash + 1));
    }

    /** The service with its package, as {@code package.Service}. */
    public String fullyQualifiedService() {
        return packageName.isEmpty() ? service : packageName + '.' + service;
    }

    /** The full name without a slash in front, as {@code package.Service/Method}. */
    @Override
    public String toString() {
        return fullyQualifiedService() + '/' + method;
    }
}
