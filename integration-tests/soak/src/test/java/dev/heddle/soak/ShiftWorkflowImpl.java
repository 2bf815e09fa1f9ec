package dev.heddle.soak;

import dev.heddle.soak.Ledger.Mark;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes down whatever reaches it. */
public final class ShiftWorkflowImpl implements ShiftWorkflow {
    private static final RetryOptions AT_ONCE = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofMillis(10))
            .setBackoffCoefficient(1)
            .build();

    private final Ledger ledger = Ledger.get();
    private final Task task = Workflow.newActivityStub(
            Task.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofSeconds(5))
                    .setRetryOptions(AT_ONCE)
                    .build());
    private final Task localTask = Workflow.newLocalActivityStub(
            Task.class,
            LocalActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofSeconds(5))
                    .setRetryOptions(AT_ONCE)
                    .build());
    private final List<Integer> effects = new ArrayList<>();
    private boolean over;

    @Override
    public Done work(int number, Shift shift) {
        ledger.mark(number, Mark.RUN);
        Map<Integer, Outcome> outcomes = new TreeMap<>();
        List<Promise<Outcome>> work = new ArrayList<>();
        shift.activities().forEach(each -> work.add(call(task, each, outcomes)));
        shift.localActivities().forEach(each -> work.add(call(localTask, each, outcomes)));
        Promise.allOf(work).get();
        Workflow.await(() -> over);
        return new Done(outcomes, effects);
    }

    private static Promise<Outcome> call(Task task, int number, Map<Integer, Outcome> outcomes) {
        return Async.function(task::perform, number)
                .handle((result, failure) -> outcomes.put(number, Outcome.of(number, result, failure)));
    }

    @Override
    public void signal(int number) {
        if (number == OVER) {
            over = true;
            return;
        }
        ledger.mark(number, Mark.RUN);
        effects.add(number);
    }

    @Override
    public int query(int number) {
        ledger.mark(number, Mark.RUN);
        return number;
    }

    @Override
    public int update(int number) {
        ledger.mark(number, Mark.RUN);
        effects.add(number);
        return number;
    }
}
