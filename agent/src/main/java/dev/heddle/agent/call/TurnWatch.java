package dev.heddle.agent.call;

/** Looks on while interceptors are at work on the threads of workflows. Thread-safe. */
public interface TurnWatch {
    /** Looks at those of a workflow from now on, until nobody else reaches it. */
    void watch(WorkflowTurn workflow);
}
