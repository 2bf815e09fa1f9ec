package dev.heddle.extension.determinism.explain;

import io.temporal.api.history.v1.History;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueResponse;
import java.lang.ref.SoftReference;
import java.util.List;

/** A workflow task that this JVM works at. */
final class Task {
    private final String type;
    private final String workflow;
    private final String run;
    /** The SDK has it too, as long as it works at the task. */
    private final SoftReference<History> history;

    Task(PollWorkflowTaskQueueResponse polled) {
        type = polled.getWorkflowType().getName();
        workflow = polled.getWorkflowExecution().getWorkflowId();
        run = polled.getWorkflowExecution().getRunId();
        history = new SoftReference<>(polled.getHistory());
    }

    String type() {
        return type;
    }

    String run() {
        return run;
    }

    /** What the workflow has asked for, as far as the history came with the task. */
    List<Step> steps() {
        History events = history.get();
        return events == null ? List.of() : HistorySteps.of(events);
    }

    @Override
    public String toString() {
        return "workflow " + type + " " + workflow + ", run " + run;
    }
}
