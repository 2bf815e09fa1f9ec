package dev.heddle.extension.opentelemetrytracing;

import static dev.heddle.api.Selector.ACTIVITY_INBOUND;
import static dev.heddle.api.Selector.ACTIVITY_OUTBOUND;
import static dev.heddle.api.Selector.GRPC_CLIENT;

import dev.heddle.api.Attribute;
import dev.heddle.api.Interceptors;
import dev.heddle.opentelemetry.SpanQueue;
import java.util.stream.Stream;

/**
 * Exports what a worker has to tell of a task before it answers that to the server. What a worker has answered nobody does
 * again, so what is not told by then is lost if the process is killed; what has not been answered is done and told again. An
 * activity that completes elsewhere has no answer of the worker's: it is exported when it returns.
 */
final class BeforeAnswers {
    private static final String[] ANSWERS = Stream.of(
                    "RespondWorkflowTaskCompleted",
                    "RespondQueryTaskCompleted",
                    "RespondActivityTaskCompleted",
                    "RespondActivityTaskFailed",
                    "RespondActivityTaskCanceled",
                    "RespondNexusTaskCompleted",
                    "RespondNexusTaskFailed")
            .map(answer -> "temporal.api.workflowservice.v1.WorkflowService/" + answer)
            .toArray(String[]::new);

    private static final Attribute<Boolean> ELSEWHERE = Attribute.named("elsewhere");

    private BeforeAnswers() {}

    /** To be registered before those who make spans: what they tell of an activity is there when it has gone back through them. */
    static void register(Interceptors interceptors, SpanQueue queue) {
        interceptors.on(GRPC_CLIENT.only(ANSWERS), call -> {
            // On a thread of the SDK's that brings answers away, on none of a workflow.
            queue.export();
            return call.proceed();
        });
        interceptors.on(ACTIVITY_OUTBOUND.only("doNotCompleteOnReturn"), call -> {
            call.set(ELSEWHERE, true);
            return call.proceed();
        });
        interceptors.on(ACTIVITY_INBOUND.only("execute"), call -> {
            try {
                return call.proceed();
            } finally {
                if (call.get(ELSEWHERE) != null) {
                    queue.export();
                }
            }
        });
    }
}
