package dev.heddle.test.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Extensions that are switched off, close late, or hang. */
class LeavingTest extends LiveTesting {
    @Test
    void whatIsSwitchedOffIsTriedAgain() {
        options.addAll(List.of("-Dheddle.failures=2", "-Dheddle.failures.retry=300ms"));
        assertThat(obey(
                        "property fragile true",
                        "call",
                        "call",
                        "property fragile false",
                        "call",
                        "until one",
                        "wait 400",
                        "until one",
                        "call",
                        "call"))
                .endsWith("marks: one", "marks: one");
        assertThat(log)
                .contains(
                        "extension audit is switched off after 2 failures; a call tries it again in 0.3 s",
                        "extension audit works again and is switched on");
    }

    @Test
    void itLeavesInTheMidstOfAReload() {
        jar("live/audit.jar", "one", "slow");
        options.add("-Dheddle.close.delay=1ms");
        assertThat(obey("together reload,audit detach", "call", "await", "reload"))
                .contains("Heddle has left this JVM; audit one is taken out")
                .containsSubsequence("marks:", "nobody is there");
        assertThat(log).doesNotContain("ERROR heddle");
    }

    /** It waits for the call no longer than was said, and the call ends all the same. */
    @Test
    void oneWhoseCallTakesLongerThanItsTimeClosesMeanwhile() {
        options.add("-Dheddle.close.delay=1ms");
        assertThat(obey("begin", "disable audit", "await", "finish", "call"))
                .containsExactly("audit one is taken out", "the call that was under way has ended", "marks:");
        assertThat(log.indexOf("one closes")).isPositive().isLessThan(log.indexOf("the call that was under way"));
        assertThat(log).doesNotContain("ERROR heddle", "WARN heddle");
    }

    @Test
    void oneThatHangsWhenItClosesKeepsNobody() {
        jar("live/audit.jar", "one", "hanging");
        options.add("-Dheddle.close.delay=1ms");
        assertThat(obey("disable audit", "call", "await", "enable audit", "call", "settle"))
                .containsExactly("audit one is taken out", "marks:", "audit one is in force", "marks: one");
        assertThat(log).contains("WARN heddle - extension audit one has not closed within 5 s and is left to itself");
    }
}
