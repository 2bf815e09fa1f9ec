package dev.heddle.realserver.peers;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A workflow of Java that leaves what it is given wherever the server keeps something. It is there in Python too. */
final class Places {
    private Places() {}

    @WorkflowInterface
    public interface JavaPlaces {
        @WorkflowMethod
        List<String> go(String peer, String queue, String greeting);

        @SignalMethod
        void note(String greeting);

        @UpdateMethod
        String change(String greeting);

        @QueryMethod
        String state(String greeting);
    }

    @ActivityInterface
    public interface Steps {
        @ActivityMethod(name = "JavaRefuse")
        String refuse(String greeting);
    }

    static String refuse(String greeting) {
        throw ApplicationFailure.newNonRetryableFailure("refused", "Refusal", greeting);
    }

    /** What an activity of the peer's says of its failure comes back. */
    public static final class Tour implements JavaPlaces {
        private boolean noted;

        @Override
        public List<String> go(String peer, String queue, String greeting) {
            Workflow.await(() -> noted);
            String effect = Workflow.sideEffect(String.class, () -> greeting);
            String looked = Workflow.newLocalActivityStub(
                            Visits.Look.class,
                            LocalActivityOptions.newBuilder()
                                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                                    .build())
                    .look(greeting);
            Workflow.upsertMemo(Map.of("memo", greeting));
            return List.of(effect, looked, details(peer, queue, greeting));
        }

        private static String details(String peer, String queue, String greeting) {
            try {
                return Workflow.newUntypedActivityStub(ActivityOptions.newBuilder()
                                .setTaskQueue(queue)
                                .setStartToCloseTimeout(Duration.ofMinutes(1))
                                .build())
                        .execute(peer + "Refuse", String.class, greeting);
            } catch (ActivityFailure failure) {
                return ((ApplicationFailure) failure.getCause()).getDetails().get(String.class);
            }
        }

        @Override
        public void note(String greeting) {
            noted = true;
        }

        @Override
        public String change(String greeting) {
            return greeting;
        }

        @Override
        public String state(String greeting) {
            return greeting;
        }
    }
}
