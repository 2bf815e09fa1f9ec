package dev.heddle.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What kind of call this is. Operations exist per version of the library: one that Heddle has never heard of is
 * intercepted under the library's own name. Immutable; two with the same properties are equal.
 */
public final class Operation {
    private final Category category;
    private final String name;
    private final boolean carriesHeaders;

    private Operation(Category category, String name, boolean carriesHeaders) {
        this.category = Objects.requireNonNull(category, "category");
        this.name = Objects.requireNonNull(name, "name");
        this.carriesHeaders = carriesHeaders;
    }

    /** An operation, for Heddle itself and for tests of a {@link Selector}. */
    public static Operation of(Category category, String name, boolean carriesHeaders) {
        return new Operation(category, name, carriesHeaders);
    }

    /** Where the call passes. */
    public Category category() {
        return category;
    }

    /**
     * The library's name for it, such as {@code start}, {@code handleSignal} or {@code executeActivity}, or a gRPC
     * method's full name as {@code package.Service/Method}. Overloads share one name.
     */
    public String name() {
        return name;
    }

    /** Whether such calls have {@linkplain Call#headers() headers} in the version of the library at hand. */
    public boolean carriesHeaders() {
        return carriesHeaders;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Operation operation
                && category == operation.category
                && name.equals(operation.name)
                && carriesHeaders == operation.carriesHeaders;
    }

    @Override
    public int hashCode() {
        return Objects.hash(category, name, carriesHeaders);
    }

    /** The category and the name, as logs print it: {@code workflow outbound executeActivity}. */
    @Override
    public String toString() {
        return category.name() + ' ' + name;
    }
}
