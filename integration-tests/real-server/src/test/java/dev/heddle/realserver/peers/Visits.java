package dev.heddle.realserver.peers;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.workflow.ActivityStub;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.ChildWorkflowStub;
import io.temporal.workflow.Promise;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.MDC;

/**
 * Visits: workflows of Java with which those of another language have to do. Wherever code runs it notes for whom. The same
 * workflows are there in each language, under its name.
 */
final class Visits {
    static final Class<?>[] WORKFLOWS = {Visit.class, Helper.class, Guest.class};

    /** Where the application has the user. */
    static final String USER = "userId";

    private static final String NOBODY = "-";

    private Visits() {}

    /** What is noted of a place. */
    static String here(String place) {
        return place + "=" + Objects.requireNonNullElse(MDC.get(USER), NOBODY);
    }

    @WorkflowInterface
    public interface JavaVisit {
        @WorkflowMethod
        List<String> visit(String peer, String queue, String greeting);

        @SignalMethod
        void note(String greeting);

        @UpdateMethod
        String change(String greeting);

        @QueryMethod
        String state(String greeting);
    }

    @WorkflowInterface
    public interface JavaHelper {
        @WorkflowMethod
        List<String> help(String peer, String queue, String greeting);
    }

    @WorkflowInterface
    public interface JavaGuest {
        @WorkflowMethod
        List<String> stay(List<String> seen, String greeting);

        @SignalMethod
        void note(String greeting);
    }

    @ActivityInterface
    public interface Look {
        @ActivityMethod(name = "JavaLook")
        String look(String greeting);
    }

    static String look(String greeting) {
        return here("activity");
    }

    /** Is changed and told something by a client, then has an activity of the peer's executed and a child of its own. */
    public static final class Visit implements JavaVisit {
        private final List<String> seen = new ArrayList<>();
        private boolean noted;

        @Override
        public List<String> visit(String peer, String queue, String greeting) {
            seen.add(0, here("run"));
            Workflow.await(() -> noted);
            ActivityStub activities = Workflow.newUntypedActivityStub(ActivityOptions.newBuilder()
                    .setTaskQueue(queue)
                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                    .build());
            seen.add(activities.execute(peer + "Look", String.class, greeting));
            seen.addAll(Workflow.newChildWorkflowStub(JavaHelper.class, child("-helper", null))
                    .help(peer, queue, greeting));
            return seen;
        }

        @Override
        public void note(String greeting) {
            seen.add(here("signal"));
            noted = true;
        }

        @Override
        public String change(String greeting) {
            seen.add(here("update"));
            return greeting;
        }

        @Override
        public String state(String greeting) {
            return here("query");
        }
    }

    /** Has a child of the peer's, and sends it a signal. */
    public static final class Helper implements JavaHelper {
        @Override
        @SuppressWarnings("unchecked")
        public List<String> help(String peer, String queue, String greeting) {
            ChildWorkflowStub guest = Workflow.newUntypedChildWorkflowStub(peer + "Guest", child("-guest", queue));
            Promise<List<String>> stayed =
                    guest.executeAsync((Class<List<String>>) (Class<?>) List.class, List.of(), greeting);
            WorkflowExecution begun = guest.getExecution().get();
            Workflow.newUntypedExternalWorkflowStub(begun.getWorkflowId()).signal("note", greeting);
            List<String> seen = new ArrayList<>(List.of(here("child")));
            seen.addAll(stayed.get());
            return seen;
        }
    }

    /** Is told something, and continues as new. */
    public static final class Guest implements JavaGuest {
        private String noted;

        @Override
        public List<String> stay(List<String> seen, String greeting) {
            List<String> all = new ArrayList<>(seen);
            if (!seen.isEmpty()) {
                all.add(here("continued"));
                return all;
            }
            all.add(here("guest"));
            Workflow.await(() -> noted != null);
            all.add(noted);
            Workflow.continueAsNew(all, greeting);
            return all;
        }

        @Override
        public void note(String greeting) {
            noted = here("note");
        }
    }

    private static ChildWorkflowOptions child(String id, String queue) {
        return ChildWorkflowOptions.newBuilder()
                .setWorkflowId(Workflow.getInfo().getWorkflowId() + id)
                .setTaskQueue(queue)
                .build();
    }
}
