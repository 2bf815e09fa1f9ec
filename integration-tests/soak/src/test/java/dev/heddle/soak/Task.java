package dev.heddle.soak;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import io.temporal.activity.ActivityInterface;
import io.temporal.failure.ApplicationFailure;

/** An activity. */
@ActivityInterface
public interface Task {
    /** Returns the number of the call. */
    int perform(int number);

    /** Writes down that it runs. */
    final class Performed implements Task {
        private final Ledger ledger = Ledger.get();

        @Override
        public int perform(int number) {
            ledger.mark(number, Ledger.Mark.RUN);
            ActivityInfo info = Activity.getExecutionContext().getInfo();
            if (!info.isLocal()) {
                ledger.attempt(number, info.getAttempt());
            }
            if (ledger.plan(number).is(Fault.HANDLER_FAILS) && info.getAttempt() == 1) {
                throw ApplicationFailure.newFailure("fails as planned", "planned");
            }
            return number;
        }
    }
}
