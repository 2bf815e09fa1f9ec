package sample.temporal;

import io.temporal.activity.ActivityInterface;

/** Activities of a workflow that tries everything. */
@ActivityInterface
public interface Chores {
    /** Asks its context for whatever it has. */
    String ask(String text);

    /** Completed by the activity itself, from another thread. */
    String completeLater(String text);

    /** Completed by {@link CompletionCalls}. */
    String completeElsewhere(String workflowId);
}
