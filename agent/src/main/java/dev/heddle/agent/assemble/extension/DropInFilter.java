package dev.heddle.agent.assemble.extension;

import dev.heddle.api.Operation;
import dev.heddle.api.Selector;
import java.util.function.Predicate;

/**
 * Which operations a drop-in has a part in: what its operator says, and of the calls by which Temporal's SDK speaks to its
 * own server those only that he names, as it is with interceptors.
 *
 * @param filter {@code null} if he says nothing
 */
record DropInFilter(CallFilter filter) implements Predicate<Operation> {
    /** What its settings name and nobody can tell of a drop-in, in words for a line of log; or {@code null}. */
    static String problem(CallFilter filter) {
        String finer = filter.finerThanCategories();
        return finer == null
                ? null
                : "which operations it gets the library decides, so that '" + finer
                        + "' has no effect; name categories, or methods by grpc:";
    }

    @Override
    public boolean test(Operation operation) {
        if (filter == null) {
            return Selector.ALL.selects(operation);
        }
        return filter.passes(operation) && (Selector.ALL.selects(operation) || filter.names(operation));
    }
}
