package dev.heddle.agent.call;

import dev.heddle.api.Operation;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is counted of one extension, by operation, and what its last accident was. Thread-safe. */
public final class Tally {
    /** A proxy sees whatever names its clients think of; those beyond this many are not told apart. */
    private static final int MOST = 1_000;

    private final Map<Operation, OperationTally> operations = new ConcurrentHashMap<>();
    private final OperationTally others = new OperationTally();
    private volatile LastAccident last;

    Tally() {}

    /** What is counted of an operation. */
    public OperationTally of(Operation operation) {
        OperationTally tally = operations.get(operation);
        if (tally == null && operations.size() < MOST) {
            OperationTally made = new OperationTally();
            tally = operations.putIfAbsent(operation, made);
            return tally == null ? made : tally;
        }
        return tally == null ? others : tally;
    }

    /** All that there is. */
    public Map<Operation, OperationTally> operations() {
        return operations;
    }

    /** Of several accidents within a second the first, of all the last; {@code null} if there was none. */
    public LastAccident last() {
        return last;
    }

    void accident(Operation operation, Throwable failure) {
        of(operation).accident();
        LastAccident before = last;
        Instant now = Instant.now();
        // A sender may provoke them by the thousand, and to write one down takes longer than to refuse it.
        if (before == null || before.time().plusSeconds(1).isBefore(now)) {
            last = new LastAccident(now, operation, FailureText.full(failure));
        }
    }
}
