package dev.heddle.test.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What an operator cannot take away or change but by force. */
class ForceTest extends LiveTesting {
    @Test
    void aGuardAndWhatIsRequiredStay() {
        jar("live/audit.jar", "one", "guard");
        jar("live/trace.jar", "trace", "");
        jar("spare/audit-failing.jar", "two", "guard failing");
        options.add("-Dheddle.required=trace");
        List<String> said = obey(
                "disable audit",
                "overwrite audit-failing.jar audit.jar",
                "reload",
                "call",
                "disable trace --force",
                "call",
                "disable audit --force",
                "call");
        assertThat(said)
                .element(0)
                .isEqualTo("refused: it takes away audit one, a guard, and what that refuses would pass; --force does "
                        + "it all the same");
        assertThat(said).element(1).asString().startsWith("refused: extension audit one stays in force");
        assertThat(said).element(2).isEqualTo("marks: one trace");
        assertThat(said).element(3).asString().startsWith("refused: heddle.required names trace, not in force here");
        assertThat(said).endsWith("marks: one trace", "audit one is taken out", "marks: trace");
        assertThat(log).doesNotContain("every call is refused");
    }

    @Test
    void aGuardIsNarrowedByForceAlone() {
        jar("live/audit.jar", "one", "guard");
        String refusal = "refused: it lets audit one, a guard, have %s, and what that refuses of other calls would "
                + "pass; --force does it all the same";
        String done = "audit one takes the place of audit one";
        assertThat(obey(
                        "set extension.audit.except client",
                        "call",
                        "set extension.audit.only outbound",
                        "set extension.audit.except client --force",
                        "call",
                        "set extension.audit.times 2",
                        "set extension.audit.except signal",
                        "call"))
                .containsExactly(
                        refusal.formatted("except client"),
                        "marks: one",
                        refusal.formatted("only outbound"),
                        done,
                        "marks:",
                        done,
                        refusal.formatted("except signal"),
                        "marks:");
    }

    @Test
    void whatMayChangeWorkflowsNeedsForce() {
        jar("live/audit.jar", "one", "workflows");
        jar("live/watch.jar", "watch", "workflows observing");
        jar("spare/trace.jar", "trace", "");
        jar("spare/late.jar", "late", "workflows");
        String refusal = "refused: %s may change what workflows do, so that those that run now could fail when they "
                + "are replayed; an extension that does not says so by onlyObservesWorkflows(); --force does it all "
                + "the same";
        assertThat(obey("reload audit", "set extension.audit.times 2", "disable audit", "reload watch", "call"))
                .containsExactly(
                        refusal.formatted("audit"),
                        refusal.formatted("audit"),
                        refusal.formatted("audit"),
                        "watch watch takes the place of watch watch",
                        "marks: one watch");
        assertThat(log).as("nothing registers in vain").doesNotContain("one closes");
        List<String> said = obey(
                "overwrite trace.jar trace.jar",
                "overwrite late.jar late.jar",
                "reload",
                "call",
                "delete late.jar",
                "reload",
                "disable audit --force",
                "call");
        assertThat(log).as("what only registering could tell closes again").contains("late closes", "trace closes");
        assertThat(said)
                .containsExactly(
                        refusal.formatted("late"),
                        "marks: one watch",
                        "trace trace is in force",
                        "audit one is taken out",
                        "marks: trace watch");
    }
}
