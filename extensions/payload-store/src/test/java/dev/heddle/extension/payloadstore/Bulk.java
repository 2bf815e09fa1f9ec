package dev.heddle.extension.payloadstore;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.Map;

/** An application that sends much through every place that Temporal has for it. It knows of no store. */
final class Bulk {
    /** In each value that is sent. */
    static final String MARK = "bulky-value";

    private Bulk() {}

    /** A large value. */
    static String of(String name) {
        return (MARK + " of " + name + "; ").repeat(20_000 / (MARK.length() + name.length()));
    }

    /** What has arrived must be what was sent. */
    static void require(String name, String arrived) {
        if (!of(name).equals(arrived)) {
            throw ApplicationFailure.newNonRetryableFailure("what has arrived is not " + name, "Wrong");
        }
    }

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
        String work(String name, String argument);

        String fail(String argument);
    }

    public static final class WorkImpl implements Work {
        @Override
        public String work(String name, String argument) {
            require(name, argument);
            return of("a result");
        }

        /** Heartbeats, fails, and finds the heartbeat again. */
        @Override
        public String fail(String argument) {
            require("another argument", argument);
            String before = Activity.getExecutionContext()
                    .getHeartbeatDetails(String.class)
                    .orElse(null);
            if (before != null) {
                require("a heartbeat", before);
                throw ApplicationFailure.newNonRetryableFailure("failed", "Failure", of("a failure"));
            }
            Activity.getExecutionContext().heartbeat(of("a heartbeat"));
            throw ApplicationFailure.newFailure("again", "Again", of("an attempt"));
        }
    }

    public static final class ChildImpl implements Child {
        @Override
        public String child(String argument) {
            require("a child", argument);
            return of("a child's result");
        }
    }

    public static final class ParentImpl implements Parent {
        private String signalled;
        private String updated;

        @Override
        public String run(String argument, int round) {
            if (round == 2) {
                require("a continuation", argument);
                return of("the end");
            }
            require("a start", argument);
            require("a memo", String.valueOf(Workflow.getMemo("memo", String.class)));
            require("a side effect", Workflow.sideEffect(String.class, () -> of("a side effect")));
            require(
                    "a mutable side effect",
                    Workflow.mutableSideEffect(
                            "mutable", String.class, (one, other) -> false, () -> of("a mutable side effect")));
            activities();
            Child child = Workflow.newChildWorkflowStub(
                    Child.class,
                    ChildWorkflowOptions.newBuilder()
                            .setMemo(Map.of("memo", of("a child's memo")))
                            .build());
            require("a child's result", child.child(of("a child")));
            Workflow.upsertMemo(Map.of("later", of("a later memo")));
            Workflow.await(() -> signalled != null && updated != null);
            require("a signal", signalled);
            require("an update", updated);
            Workflow.continueAsNew(of("a continuation"), 2);
            throw new AssertionError();
        }

        private static void activities() {
            Work work = Workflow.newActivityStub(
                    Work.class,
                    ActivityOptions.newBuilder()
                            .setStartToCloseTimeout(Duration.ofMinutes(1))
                            .setHeartbeatTimeout(Duration.ofMinutes(1))
                            .setRetryOptions(RetryOptions.newBuilder()
                                    .setInitialInterval(Duration.ofMillis(1))
                                    .build())
                            .build());
            require("a result", work.work("an argument", of("an argument")));
            try {
                work.fail(of("another argument"));
                throw new AssertionError("it has not failed");
            } catch (ActivityFailure failure) {
                require(
                        "a failure",
                        ((ApplicationFailure) failure.getCause()).getDetails().get(String.class));
            }
            Work local = Workflow.newLocalActivityStub(
                    Work.class,
                    LocalActivityOptions.newBuilder()
                            .setStartToCloseTimeout(Duration.ofMinutes(1))
                            .build());
            require("a result", local.work("a local argument", of("a local argument")));
        }

        @Override
        public void signal(String argument) {
            signalled = argument;
        }

        @Override
        public String update(String argument) {
            updated = argument;
            return of("an update's result");
        }

        @Override
        public String query(String argument) {
            require("a query", argument);
            return of("a query's result");
        }
    }
}
