package dev.heddle.benchmarks.determinism;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** The workflows whose own time is measured: they only compute. */
final class Workflows {
    private Workflows() {}

    @WorkflowInterface
    public interface Pricing {
        /** Answers a sum of what has been made, so that nothing of it can be left out. */
        @WorkflowMethod(name = "computing")
        long price(int orders);
    }

    @WorkflowInterface
    public interface Documents {
        /** Likewise. */
        @WorkflowMethod(name = "json")
        long convert(int documents) throws Exception;
    }
}
