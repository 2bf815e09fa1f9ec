package dev.heddle.agent.call;

/**
 * On which thread of a workflow an interceptor is at work, as its calls leave it here for themselves: who looks on from
 * another thread costs them nothing, and what he sees may be a moment old.
 */
public abstract class WorkflowTurn {
    /** The thread that made the last call. */
    protected Thread last;
    /** Odd while an interceptor is at work on it; another number each time that one begins or ends. */
    protected int turn;

    /** None yet. */
    protected WorkflowTurn() {}

    /** The thread that made the last call, or {@code null}. */
    public final Thread thread() {
        return last;
    }

    /** A number that stays as long as the same interceptor is at work: odd if there is one. */
    public final int turn() {
        return turn;
    }
}
