package dev.heddle.extension.grpcauth;

import java.util.List;

/** Some of the methods there are. */
final class Methods {
    private final List<String> only;
    private final List<String> except;

    /**
     * Methods by patterns: {@code package.Service}, {@code package.Service/Method}, {@code package.*} or {@code *}.
     *
     * @throws IllegalArgumentException if a list says nothing or something else
     */
    Methods(List<String> only, List<String> except) {
        if (only.isEmpty()) {
            throw new IllegalArgumentException("a list of services is empty; name some, or * for all");
        }
        this.only = only.stream().map(Methods::pattern).toList();
        this.except = except.stream().map(Methods::pattern).toList();
    }

    /** Brings a pattern to one of two forms: a beginning that ends with a star, or a method's full name. */
    private static String pattern(String text) {
        if (!text.matches("\\*|/?[^\\s*/]+(\\.\\*|/\\*|/[^\\s*/]+)?")) {
            throw new IllegalArgumentException(
                    "'" + text + "' names no methods; write package.Service, package.Service/Method or package.*");
        }
        String bare = text.startsWith("/") ? text.substring(1) : text;
        return bare.endsWith("*") || bare.contains("/") ? bare : bare + "/*";
    }

    /** Whether a method is one of them. */
    boolean include(String method) {
        return matches(only, method) && !matches(except, method);
    }

    private static boolean matches(List<String> patterns, String method) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.endsWith("*")
                        ? method.startsWith(pattern.substring(0, pattern.length() - 1))
                        : method.equals(pattern));
    }
}
