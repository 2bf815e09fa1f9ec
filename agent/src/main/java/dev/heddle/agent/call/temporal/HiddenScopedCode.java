package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.Scopes;
import io.temporal.workflow.Functions;

/**
 * What runs the code, which may catch and store an exception in here: so this is defined as a hidden class, whose frames
 * are in no stack trace. Nothing else of Heddle is on the stack while the code runs, and no descriptor names this class,
 * for that would be the plain one.
 */
@SuppressWarnings("serial")
final class HiddenScopedCode extends ScopedCode {
    HiddenScopedCode(WorkflowScopes scopes, Scopes kept, Object code) {
        super(scopes, kept, code);
    }

    @Override
    Object of(Scopes toKeep, Object other) {
        return new HiddenScopedCode(scopes, toKeep, other);
    }

    @Override
    public void run() {
        Scopes before = scopes.enter(kept);
        try {
            ((Runnable) code).run();
        } finally {
            scopes.enter(before);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // It is what the SDK had.
    public void apply(Object promise) {
        Scopes before = scopes.enter(kept);
        try {
            ((Functions.Proc1<Object>) code).apply(promise);
        } finally {
            scopes.enter(before);
        }
    }
}
