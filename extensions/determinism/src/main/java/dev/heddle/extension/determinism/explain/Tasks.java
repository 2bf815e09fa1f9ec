package dev.heddle.extension.determinism.explain;

import dev.heddle.api.GrpcEvents;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueResponse;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedResponse;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskFailedRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The workflow tasks that this JVM works at, as the calls of the SDK's workers bring them and tell of their end. Thread-safe. */
final class Tasks implements GrpcEvents {
    /** As the selector of gRPC's calls has them. */
    static final String[] METHODS = {
        "temporal.api.workflowservice.v1.WorkflowService/PollWorkflowTaskQueue",
        "temporal.api.workflowservice.v1.WorkflowService/RespondWorkflowTaskCompleted",
        "temporal.api.workflowservice.v1.WorkflowService/RespondWorkflowTaskFailed"
    };

    /** Some are never answered. */
    private static final int MOST = 1_000;

    private final BiConsumer<Task, Failure> failed;

    private final Map<Object, Task> byToken = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Task> eldest) {
            return size() > MOST;
        }
    };

    /** @param failed told of each that fails */
    Tasks(BiConsumer<Task, Failure> failed) {
        this.failed = failed;
    }

    @Override
    public Object onResponse(Object message) {
        try {
            if (message instanceof PollWorkflowTaskQueueResponse polled) {
                add(polled);
            } else if (message instanceof RespondWorkflowTaskCompletedResponse completed) {
                add(completed.getWorkflowTask());
            }
        } catch (LinkageError shaded) {
            // Its library for messages has another name there: nothing is explained.
            return message;
        }
        return message;
    }

    private void add(PollWorkflowTaskQueueResponse polled) {
        if (!polled.getTaskToken().isEmpty()) {
            synchronized (byToken) {
                byToken.put(polled.getTaskToken(), new Task(polled));
            }
        }
    }

    @Override
    public Object onRequest(Object message) {
        try {
            if (message instanceof RespondWorkflowTaskCompletedRequest completed) {
                remove(completed.getTaskToken());
            } else if (message instanceof RespondWorkflowTaskFailedRequest answered) {
                Task task = remove(answered.getTaskToken());
                if (task != null) {
                    failed.accept(task, answered.getFailure());
                }
            }
        } catch (LinkageError shaded) {
            // As above.
            return message;
        }
        return message;
    }

    private Task remove(Object token) {
        synchronized (byToken) {
            return byToken.remove(token);
        }
    }
}
