package dev.heddle.test.plugins;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** What the applications of these tests have, and what extensions give their workers. */
final class Greetings {
    private Greetings() {}

    /** An activity. */
    @ActivityInterface
    public interface Greet {
        String greet(String name);
    }

    /** The extension's. */
    public static final class OfExtension implements Greet {
        @Override
        public String greet(String name) {
            return "extension greets " + name;
        }
    }

    /** A workflow. */
    @WorkflowInterface
    public interface Greeting {
        @WorkflowMethod
        String run(String name);
    }

    /** It has the activity greet. */
    public static final class GreetingImpl implements Greeting {
        private final Greet greet = Workflow.newActivityStub(
                Greet.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .build());

        @Override
        public String run(String name) {
            return greet.greet(name);
        }
    }

    /** It greets itself. */
    public static final class OtherGreetingImpl implements Greeting {
        @Override
        public String run(String name) {
            return "other " + name;
        }
    }
}
