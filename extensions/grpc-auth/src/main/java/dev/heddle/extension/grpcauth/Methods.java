package dev.heddle.extension.grpcauth;

import java.util.List;
import java.util.stream.Collectors;

/** Some of the methods there are: those of {@code only}, without those of {@code except} and without the exempt. */
final class Methods {
    private final List<MethodPattern> only;
    private final List<MethodPattern> except;
    private final List<MethodPattern> exempt;

    /**
     * Methods by lists of {@linkplain MethodPattern patterns}.
     *
     * @param exempt what nobody had to except
     * @throws IllegalArgumentException if a list says nothing or something else
     */
    Methods(List<String> only, List<String> except, List<String> exempt) {
        if (only.isEmpty()) {
            throw new IllegalArgumentException("a list of services is empty; name some, or * for all");
        }
        this.only = only.stream().map(MethodPattern::new).toList();
        this.except = except.stream().map(MethodPattern::new).toList();
        this.exempt = exempt.stream().map(MethodPattern::new).toList();
    }

    /** Whether a method is one of them. */
    boolean include(String method) {
        return any(only, method) && !isExcepted(method);
    }

    /** Whether a method is left out on purpose. */
    boolean isExcepted(String method) {
        return any(except, method) | any(exempt, method);
    }

    /** Whether a method is left out although nobody had to say so. */
    boolean isExempt(String method) {
        return any(exempt, method);
    }

    /** Those of {@code only} that no method has matched so far. */
    List<MethodPattern> unmatchedOnly() {
        return unmatched(only);
    }

    /** Those of {@code except} that no method has matched so far. */
    List<MethodPattern> unmatchedExcept() {
        return unmatched(except);
    }

    private static List<MethodPattern> unmatched(List<MethodPattern> patterns) {
        return patterns.stream().filter(pattern -> !pattern.hasMatched()).toList();
    }

    /** Asks each, so that each knows whether it matches anything. */
    private static boolean any(List<MethodPattern> patterns, String method) {
        boolean found = false;
        for (MethodPattern pattern : patterns) {
            found |= pattern.matches(method);
        }
        return found;
    }

    /** For the log: {@code acme.Orders but not acme.Orders/Peek (exempt: nothing)}. */
    @Override
    public String toString() {
        return (only.toString().equals("[*]") ? "every method" : words(only))
                + (except.isEmpty() ? "" : " but not " + words(except))
                + " (exempt: " + (exempt.isEmpty() ? "nothing" : words(exempt)) + ')';
    }

    private static String words(List<MethodPattern> patterns) {
        return patterns.stream().map(MethodPattern::toString).collect(Collectors.joining(", "));
    }
}
