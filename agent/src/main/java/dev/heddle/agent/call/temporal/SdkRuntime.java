package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.TurnWatch;
import io.temporal.workflow.WorkflowLocal;
import java.util.function.BooleanSupplier;

/**
 * What the calls of one application share and the SDK's version decides.
 *
 * @param replaying asks the workflow thread at hand, which repeats what was or is taken down
 * @param headers makes those of calls
 * @param workflow the caller of the workflow at hand, for what reaches Heddle past the SDK's own chain
 * @param scopes of calls that reach workflows
 * @param turns looks on while interceptors are at work in workflows
 * @param identities the accessors of what tells who is calling
 */
public record SdkRuntime(
        BooleanSupplier replaying,
        HeadersFactory headers,
        WorkflowLocal<WorkflowCaller> workflow,
        WorkflowScopes scopes,
        TurnWatch turns,
        Identities identities) {
    /** Whether the thread at hand is a workflow's that replays; a query is asked now, whatever its workflow does. */
    public boolean replayingHere() {
        if (!replaying.getAsBoolean()) {
            return false;
        }
        WorkflowCaller caller = workflow.get();
        return caller == null || caller.replaying();
    }

    /**
     * The accessors of the SDK's infos; {@code null} where the version has no such class.
     *
     * @param workflow of {@code WorkflowInfo}
     * @param activity of {@code ActivityInfo}
     * @param nexus of {@code NexusOperationInfo}
     */
    public record Identities(Accessors workflow, Accessors activity, Accessors nexus) {}
}
