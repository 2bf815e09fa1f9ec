package sample.temporal;

import io.temporal.workflow.Async;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Says in which scope its code runs: on the threads of workflow and signal, of {@code Async}, and in callbacks. */
public final class ScopedImpl implements Scoped {
    private static final Duration SHORT = Duration.ofMillis(10);

    private final CompletablePromise<Void> gone = Workflow.newPromise();
    private boolean told;

    @Override
    public void run() {
        ScopeApplication.say("method");
        gone.thenApply(none -> {
            ScopeApplication.say("callback that the signal completes");
            return none;
        });
        Async.procedure(() -> {
                    Workflow.sleep(SHORT);
                    ScopeApplication.say("async");
                })
                .get();
        Workflow.newTimer(SHORT)
                .thenApply(none -> {
                    ScopeApplication.say("timer");
                    return none;
                })
                .get();
        Workflow.await(() -> told);
        ScopeApplication.say("method at its end");
    }

    @Override
    public void go() {
        ScopeApplication.say("signal");
        Async.procedure(() -> ScopeApplication.say("async of the signal"));
        Workflow.newTimer(SHORT).thenApply(none -> {
            ScopeApplication.say("timer of the signal");
            told = true;
            return none;
        });
        gone.complete(null);
    }
}
