package dev.heddle.extension.determinism.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is likely the cause of what versions of the SDK say. */
class DivergenceTest {
    private static final String TIMER_FOUND = "Failure handling event 7 of type 'EVENT_TYPE_ACTIVITY_TASK_SCHEDULED' "
            + "during replay. [TMPRL1100] Event 7 of type EVENT_TYPE_ACTIVITY_TASK_SCHEDULED does not match command type "
            + "COMMAND_TYPE_START_TIMER. {WorkflowTaskStartedEventId=9, CurrentStartedEventId=3}";
    private static final String ANOTHER_ACTIVITY = "[TMPRL1100] Failure handling event 7 of type "
            + "'EVENT_TYPE_ACTIVITY_TASK_SCHEDULED' during replay. [TMPRL1100] Command COMMAND_TYPE_SCHEDULE_ACTIVITY_TASK "
            + "doesn't match event EVENT_TYPE_ACTIVITY_TASK_SCHEDULED with EventId=7 on check activityType with an expected "
            + "value 'C' and an actual value 'B'. {WorkflowTaskStartedEventId=9}";
    private static final String NOTHING =
            "[TMPRL1100] No command scheduled that corresponds to event_id: 7\nevent_type: EVENT_TYPE_ACTIVITY_TASK_SCHEDULED\n";

    /** Activities A and B. */
    private static final List<Step> HISTORY = List.of(event(5, "A"), event(7, "B"));

    private static Step event(long id, String activity) {
        return new Step(StepKind.ACTIVITY, activity, id, null);
    }

    private static Step code(StepKind kind, String name, int line) {
        return new Step(kind, name, 0, "acme.Order.run:" + line);
    }

    private static Step code(String activity, int line) {
        return code(StepKind.ACTIVITY, activity, line);
    }

    private static Divergence of(String message, List<Step> history, Step... code) {
        return Divergence.of(Mismatch.in(message), history, List.of(code), List.of());
    }

    private static List<Step> and(Step more) {
        List<Step> steps = new ArrayList<>(HISTORY);
        steps.add(more);
        return steps;
    }

    @Test
    void somethingOfAnotherKindWasAdded() {
        Divergence divergence = of(TIMER_FOUND, HISTORY, code("A", 1), code(StepKind.TIMER, null, 2));
        assertThat(divergence.likely()).isEqualTo("timer was added before activity B, or stands in its place");
        assertThat(divergence.found().line()).isEqualTo("acme.Order.run:2");
        assertThat(divergence.agreed().line()).isEqualTo("acme.Order.run:1");
        assertThat(divergence.expected().event()).isEqualTo(7);
    }

    @Test
    void somethingWasAddedForTheCodeAsksForTheRestAfterIt() {
        assertThat(of(TIMER_FOUND, HISTORY, code("A", 1), code(StepKind.TIMER, null, 2), code("B", 3))
                        .likely())
                .isEqualTo("timer was added before activity B");
    }

    @Test
    void somethingNowComesAfter() {
        assertThat(of(ANOTHER_ACTIVITY, and(event(13, "C")), code("A", 1), code("C", 2))
                        .likely())
                .isEqualTo("activity B was removed, or now comes after activity C, which the history has as event 13");
    }

    @Test
    void oneTimerIsLikeAnother() {
        Step timer = new Step(StepKind.TIMER, null, 13, null);
        assertThat(of(TIMER_FOUND, and(timer), code("A", 1), code(StepKind.TIMER, null, 2))
                        .likely())
                .isEqualTo("timer was added before activity B, or stands in its place");
    }

    @Test
    void somethingBecameAnother() {
        assertThat(of(ANOTHER_ACTIVITY, HISTORY, code("A", 1), code("C", 2)).likely())
                .isEqualTo("activity B became activity C, or that was added before it");
    }

    @Test
    void somethingWasRemoved() {
        Divergence divergence = of(NOTHING, HISTORY, code("A", 1));
        assertThat(divergence.likely()).isEqualTo("activity B was removed, or the code now waits or ends before it");
        assertThat(divergence.found()).isNull();
        assertThat(of(TIMER_FOUND.replace("START_TIMER", "COMPLETE_WORKFLOW_EXECUTION"), HISTORY, code("A", 1))
                        .likely())
                .isEqualTo("activity B was removed, or the workflow now ends before it");
    }

    @Test
    void aVersionWasRemoved() {
        List<Step> history = List.of(event(5, "A"), new Step(StepKind.VERSION, "points", 7, null));
        assertThat(of(TIMER_FOUND, history, code("A", 1), code(StepKind.TIMER, null, 2))
                        .likely())
                .isEqualTo("getVersion of change points was removed or has moved");
    }

    @Test
    void theSameCodeHasAskedForItBefore() {
        Divergence divergence = Divergence.of(
                Mismatch.in(TIMER_FOUND),
                HISTORY,
                List.of(code("A", 1), code(StepKind.TIMER, null, 2)),
                List.of(code("A", 1), code("B", 4)));
        assertThat(divergence.before()).isEqualTo("acme.Order.run:4");
    }

    @Test
    void withoutAHistoryOrATraceThereIsLessToSay() {
        Divergence divergence = of(TIMER_FOUND, List.of());
        assertThat(divergence.likely())
                .isEqualTo("what the history has there was removed, or something else was added before it");
        assertThat(Words.of(Mismatch.in(TIMER_FOUND), divergence))
                .contains("event 7, EVENT_TYPE_ACTIVITY_TASK_SCHEDULED", "COMMAND_TYPE_START_TIMER");
    }

    @Test
    void formerVersionsSayItOtherwiseAndOtherFailuresAreNone() {
        assertThat(
                        Mismatch.in(
                                "Event 5 of EVENT_TYPE_ACTIVITY_TASK_SCHEDULED does not match command COMMAND_TYPE_START_TIMER"))
                .isEqualTo(new Mismatch(5, "EVENT_TYPE_ACTIVITY_TASK_SCHEDULED", "COMMAND_TYPE_START_TIMER"));
        assertThat(Mismatch.in(NOTHING)).isEqualTo(new Mismatch(7, "EVENT_TYPE_ACTIVITY_TASK_SCHEDULED", null));
        assertThat(Mismatch.in("[TMPRL1101] Potential deadlock detected.")).isNull();
        assertThat(Mismatch.in("no order")).isNull();
        assertThat(Mismatch.in(null)).isNull();
    }

    @Test
    void eachOperationIsOfOneKind() {
        assertThat(StepKind.operations()).doesNotHaveDuplicates().contains("executeActivity", "await", "getVersion");
        for (String operation : StepKind.operations()) {
            assertThat(StepKind.ofOperation(operation)).isNotNull();
        }
        assertThat(StepKind.END.isOf("COMMAND_TYPE_COMPLETE_WORKFLOW_EXECUTION"))
                .isTrue();
        assertThat(StepKind.END.isOf("COMMAND_TYPE_START_CHILD_WORKFLOW_EXECUTION"))
                .isFalse();
        assertThat(StepKind.CHILD.isOf("COMMAND_TYPE_START_CHILD_WORKFLOW_EXECUTION"))
                .isTrue();
    }
}
