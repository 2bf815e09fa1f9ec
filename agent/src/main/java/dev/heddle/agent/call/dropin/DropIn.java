package dev.heddle.agent.call.dropin;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import java.util.List;
import java.util.function.Predicate;

/**
 * An object of a library's own type that a JAR of the extension folder has brought: the library calls it itself, as if the
 * application had registered it.
 *
 * @param object of that type
 * @param extension whose it is
 * @param operations for which it is wanted
 * @param inner whether it stands further in than what the application has registered, and not further out
 * @param counting whether it is counted in what it has a part
 */
public record DropIn(
        Object object, ExtensionHealth extension, Predicate<Operation> operations, boolean inner, boolean counting) {
    /** The same, counted. */
    public DropIn counted() {
        return new DropIn(object, extension, operations, inner, true);
    }

    /** Counts that it has a part in an operation; how long that takes nobody knows but the library, which calls it. */
    public void takesPart(Operation operation) {
        if (counting) {
            extension.tally().of(operation).calls().countOne();
        }
    }

    /** Whether it is to have a part in an operation now. */
    public boolean isFor(Operation operation) {
        return !extension.off() && operations.test(operation);
    }

    /** Whether it is to have a part in operations of that name of one of these categories now. */
    public boolean isFor(List<Category> categories, String name) {
        for (Category category : categories) {
            if (isFor(Operation.of(category, name, true))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the application has registered one of the same class itself, beside which this is not needed. */
    public boolean isAmong(Iterable<?> registered) {
        for (Object each : registered) {
            if (each != null
                    && each.getClass().getName().equals(object.getClass().getName())) {
                extension.notAdded(
                        object.getClass().getName(), " where the application has registered one of that class itself");
                return true;
            }
        }
        return false;
    }

    /**
     * Takes note of an accident.
     *
     * @throws IllegalStateException if it guards
     */
    public void failed(Operation operation, Throwable accident) {
        extension.failed(operation, extension.failClosed() ? "guards it" : "is passed by", accident);
        if (extension.failClosed()) {
            throw new IllegalStateException(
                    "the guard " + extension.name() + " has failed in " + operation + ", which is refused", accident);
        }
    }
}
