package dev.heddle.agent.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The one sentence of what versions of the SDK say that matters. */
class ReplayFailureTest {
    private static final String QUERY =
            "query failure for workflow_id: \"one\", queryType=__replay_only, args=Optional.empty, error=";

    private static void assertRead(String error, Cause cause, String detail) {
        ReplayFailure failure = ReplayFailure.of(new RuntimeException(QUERY + error));
        assertThat(failure).isEqualTo(new ReplayFailure(cause, detail));
    }

    @Test
    void ofTheNewest() {
        assertRead(
                """
                io.temporal.worker.NonDeterministicException: [TMPRL1100] Failure handling event 5 of type \
                'EVENT_TYPE_ACTIVITY_TASK_SCHEDULED' during replay. [TMPRL1100] Event 5 of type \
                EVENT_TYPE_ACTIVITY_TASK_SCHEDULED does not match command type COMMAND_TYPE_START_TIMER. \
                {WorkflowTaskStartedEventId=3, CurrentStartedEventId=3}
                \tat io.temporal.internal.statemachines.One.two(One.java:3)
                """,
                Cause.NOT_DETERMINISTIC,
                "[TMPRL1100] Event 5 of type EVENT_TYPE_ACTIVITY_TASK_SCHEDULED does not match command type "
                        + "COMMAND_TYPE_START_TIMER");
    }

    @Test
    void ofTheOldest() {
        assertRead(
                """
                java.lang.RuntimeException: a task failed
                \tat one.Two.three(Two.java:3)
                Caused by: java.lang.IllegalStateException: Event 5 of EVENT_TYPE_ACTIVITY_TASK_SCHEDULED does not match \
                command COMMAND_TYPE_START_TIMER
                \tat one.Two.three(Two.java:3)
                \t... 3 more
                """,
                Cause.NOT_DETERMINISTIC,
                "Event 5 of EVENT_TYPE_ACTIVITY_TASK_SCHEDULED does not match command COMMAND_TYPE_START_TIMER");
    }

    /** What is said has a whole event in it. */
    @Test
    void itIsOneLine() {
        assertRead(
                """
                io.temporal.worker.NonDeterministicException: [TMPRL1100] No command scheduled that corresponds to event_id: 9
                event_type: EVENT_TYPE_TIMER_STARTED

                \tat one.Two.three(Two.java:3)
                """,
                Cause.NOT_DETERMINISTIC,
                "[TMPRL1100] No command scheduled that corresponds to event_id: 9 event_type: EVENT_TYPE_TIMER_STARTED");
    }

    @Test
    void whatTheCodeOfTheWorkflowThrowsIsTheInnermost() {
        assertRead("""
                io.temporal.internal.statemachines.InternalWorkflowTaskException: Failure handling event 3 of type \
                'EVENT_TYPE_WORKFLOW_TASK_STARTED' during replay. {WorkflowTaskStartedEventId=3}
                \tat one.Two.three(Two.java:3)
                Caused by: java.lang.NullPointerException: no order
                \tat orders.Order.process(Order.java:3)
                """, Cause.FAILED, "java.lang.NullPointerException: no order");
        assertThat(ReplayFailure.of(new StackOverflowError()))
                .isEqualTo(new ReplayFailure(Cause.FAILED, "java.lang.StackOverflowError"));
    }

    @Test
    void whoWaitedTooLong() {
        assertRead(
                "io.temporal.internal.sync.PotentialDeadlockException: [TMPRL1101] Potential deadlock detected. "
                        + "Workflow thread \"workflow-method-one\" didn't yield control for over a second.\n\tat a.B.c(B.java:1)\n",
                Cause.DEADLOCK,
                "[TMPRL1101] Potential deadlock detected. Workflow thread \"workflow-method-one\" didn't yield control "
                        + "for over a second.");
    }

    @Test
    void whatNobodyHasRegistered() {
        assertRead(
                "java.lang.Error: Unknown workflow type \"One\". Known types are [Two]\n\tat a.B.c(B.java:1)\n",
                Cause.NOT_REGISTERED,
                "Unknown workflow type \"One\". Known types are [Two]");
    }

    @Test
    void whatTheHeapHasNoRoomFor() {
        assertThat(ReplayFailure.tooLarge(100 << 20))
                .isEqualTo(new ReplayFailure(
                        Cause.UNREADABLE,
                        "the application's heap of at most 100 MiB is too small for it: give its java more by -Xmx, or "
                                + "replay fewer at a time by --parallel"));
    }
}
