package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.Scopes;
import io.temporal.workflow.Functions;

/** Code of a workflow that runs in scopes: a thread's, or the callback of a promise. */
@SuppressWarnings("serial") // Functions are, and nobody writes these.
abstract class ScopedCode implements Runnable, Functions.Proc1<Object> {
    final transient WorkflowScopes scopes;
    final transient Scopes kept;
    final transient Object code;

    ScopedCode(WorkflowScopes scopes, Scopes kept, Object code) {
        this.scopes = scopes;
        this.kept = kept;
        this.code = code;
    }

    /** The same for other code. */
    abstract Object of(Scopes toKeep, Object other);
}
