package dev.heddle.soak.live;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** The workflows of the load. */
interface Shift {
    /** Works once, or at each signal until it is to end. */
    @WorkflowInterface
    interface Work {
        @WorkflowMethod
        int run(String name, boolean once);

        @SignalMethod
        void next();

        @SignalMethod
        void end();
    }

    @ActivityInterface
    interface Task {
        @ActivityMethod
        int doIt(String name);
    }

    /** What is called counts itself. */
    final class TaskImpl implements Task {
        @Override
        public int doIt(String name) {
            Tally.get().arrived(name);
            return 1;
        }
    }

    /** One activity and a timer for each signal, and one more. */
    final class WorkImpl implements Work {
        private final Task task = Workflow.newActivityStub(
                Task.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(5))
                        .setRetryOptions(
                                RetryOptions.newBuilder().setMaximumAttempts(1).build())
                        .build());
        private int signalled;
        private boolean ended;

        @Override
        public int run(String name, boolean once) {
            int done = task.doIt(name);
            while (!once) {
                int wanted = done;
                Workflow.await(() -> ended || signalled >= wanted);
                if (signalled < wanted) {
                    return done;
                }
                Workflow.sleep(Duration.ofMillis(5));
                done += task.doIt(name + "-" + wanted);
            }
            return done;
        }

        @Override
        public void end() {
            ended = true;
        }

        @Override
        public void next() {
            signalled++;
        }
    }
}
