package dev.heddle.agent.call;

import java.util.concurrent.atomic.LongAdder;

/** What is counted of one operation, for one extension. Thread-safe. */
public final class OperationTally {
    private final CallCounter calls = new CallCounter();
    private final LongAdder accidents = new LongAdder();
    private final LongAdder refusals = new LongAdder();

    OperationTally() {}

    /** Its calls. */
    public CallCounter calls() {
        return calls;
    }

    /** Those in which the extension had an accident. */
    public long accidents() {
        return accidents.sum();
    }

    /** Those that the extension has refused on purpose. */
    public long refusals() {
        return refusals.sum();
    }

    void accident() {
        accidents.increment();
    }

    void refusal() {
        refusals.increment();
    }
}
