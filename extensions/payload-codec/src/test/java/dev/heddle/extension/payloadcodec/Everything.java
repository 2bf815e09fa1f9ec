package dev.heddle.extension.payloadcodec;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.Map;

/** An application that sends a secret through every place that Temporal has for it. It knows nothing of codecs. */
final class Everything {
    /** In each value that is sent. */
    static final String SECRET = "plain-secret";

    private Everything() {}

    @WorkflowInterface
    public interface Parent {
        @WorkflowMethod
        String run(String argument, int round);

        @SignalMethod
        void signal(String argument);

        @UpdateMethod
        String update(String argument);

        @QueryMethod
        String query(String argument);
    }

    @WorkflowInterface
    public interface Child {
        @WorkflowMethod
        String child(String argument);
    }

    @ActivityInterface
    public interface Work {
        String work(String argument);

        String fail(String argument);
    }

    public static final class WorkImpl implements Work {
        @Override
        public String work(String argument) {
            require(argument);
            return SECRET + " of an activity";
        }

        /** Heartbeats, fails, and finds the heartbeat again. */
        @Override
        public String fail(String argument) {
            String before = Activity.getExecutionContext()
                    .getHeartbeatDetails(String.class)
                    .orElse(null);
            if (before != null) {
                require(before);
                throw ApplicationFailure.newNonRetryableFailure("failed", "Failure", SECRET + " of a failure");
            }
            Activity.getExecutionContext().heartbeat(SECRET + " of a heartbeat");
            throw ApplicationFailure.newFailure("again", "Again", SECRET + " of an attempt");
        }
    }

    public static final class ChildImpl implements Child {
        @Override
        public String child(String argument) {
            require(argument);
            throw ApplicationFailure.newFailure("child", "Child", SECRET + " of a child");
        }
    }

    public static final class ParentImpl implements Parent {
        private String signalled;
        private String updated;

        @Override
        public String run(String argument, int round) {
            require(argument);
            if (round == 2) {
                throw ApplicationFailure.newFailure("the end", "End", SECRET + " of the end");
            }
            require(String.valueOf(Workflow.getMemo("memo", String.class)));
            require(Workflow.sideEffect(String.class, () -> SECRET + " of a side effect"));
            require(Workflow.mutableSideEffect(
                    "mutable", String.class, (one, other) -> false, () -> SECRET + " of a mutable side effect"));
            activities();
            child();
            Workflow.upsertMemo(Map.of("later", SECRET + " of a later memo"));
            Workflow.await(() -> signalled != null && updated != null);
            require(signalled);
            require(updated);
            Workflow.continueAsNew(SECRET + " of a continuation", 2);
            throw new AssertionError();
        }

        private static void activities() {
            Work work = Workflow.newActivityStub(
                    Work.class,
                    ActivityOptions.newBuilder()
                            .setStartToCloseTimeout(Duration.ofMinutes(1))
                            .setHeartbeatTimeout(Duration.ofMinutes(1))
                            .setSummary(SECRET + " of a summary")
                            .setRetryOptions(RetryOptions.newBuilder()
                                    .setInitialInterval(Duration.ofMillis(1))
                                    .build())
                            .build());
            require(work.work(SECRET + " of an argument"));
            try {
                work.fail(SECRET + " of another argument");
                throw new AssertionError("it has not failed");
            } catch (ActivityFailure failure) {
                require(((ApplicationFailure) failure.getCause()).getDetails().get(String.class));
            }
            Work local = Workflow.newLocalActivityStub(
                    Work.class,
                    LocalActivityOptions.newBuilder()
                            .setStartToCloseTimeout(Duration.ofMinutes(1))
                            .build());
            require(local.work(SECRET + " of a local argument"));
        }

        private static void child() {
            Child child = Workflow.newChildWorkflowStub(
                    Child.class,
                    ChildWorkflowOptions.newBuilder()
                            .setMemo(Map.of("memo", SECRET + " of a child's memo"))
                            .build());
            try {
                child.child(SECRET + " of a child's argument");
                throw new AssertionError("it has not failed");
            } catch (ChildWorkflowFailure failure) {
                require(((ApplicationFailure) failure.getCause()).getDetails().get(String.class));
            }
        }

        @Override
        public void signal(String argument) {
            signalled = argument;
        }

        @Override
        public String update(String argument) {
            updated = argument;
            return SECRET + " of an update's result";
        }

        @Override
        public String query(String argument) {
            require(argument);
            return SECRET + " of a query's result";
        }
    }

    /** What has arrived must be what was sent. */
    static void require(String text) {
        if (text == null || !text.startsWith(SECRET)) {
            throw ApplicationFailure.newNonRetryableFailure("arrived is " + text, "Wrong");
        }
    }
}
