package dev.heddle.extension.grpcauth;

/**
 * Methods by one name: {@code package.Service}, {@code package.Service/Method}, {@code package.*} or {@code *}.
 * Remembers whether there was one of them. Thread-safe.
 */
final class MethodPattern {
    private final String text;
    private final String name;
    private final boolean beginning;
    private volatile boolean matched;

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if it is something else
     */
    MethodPattern(String text) {
        if (!text.matches("\\*|/?[^\\s*/]+(\\.\\*|/\\*|/[^\\s*/]+)?")) {
            throw new IllegalArgumentException(
                    "'" + text + "' names no methods; write package.Service, package.Service/Method or package.*");
        }
        String bare = text.startsWith("/") ? text.substring(1) : text;
        String full = bare.endsWith("*") || bare.contains("/") ? bare : bare + "/*";
        this.text = text;
        this.beginning = full.endsWith("*");
        this.name = beginning ? full.substring(0, full.length() - 1) : full;
    }

    /** Whether a method is one of them. */
    boolean matches(String method) {
        boolean found = beginning ? method.startsWith(name) : method.equals(name);
        if (found && !matched) {
            matched = true;
        }
        return found;
    }

    /** Whether one method was, since this was made. */
    boolean hasMatched() {
        return matched;
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
