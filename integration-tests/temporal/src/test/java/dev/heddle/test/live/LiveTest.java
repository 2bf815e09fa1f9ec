package dev.heddle.test.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Extensions come, go and are replaced while the application calls, whatever is wrong with them. */
class LiveTest extends LiveTesting {
    @Test
    void anExtensionIsTakenOutAndIn() {
        options.add("-Dheddle.close.delay=1ms");
        assertThat(obey(
                        "call",
                        "disable audit",
                        "call",
                        "disable audit",
                        "await",
                        "collect",
                        "enable audit",
                        "call",
                        "enable audit",
                        "reload audit",
                        "call"))
                .containsSubsequence(
                        "marks: one",
                        "audit one is taken out",
                        "marks:",
                        "nothing has changed",
                        "its class loader is gone",
                        "audit one is in force",
                        "marks: one",
                        "nothing has changed",
                        "audit one takes the place of audit one",
                        "marks: one");
        assertThat(log).doesNotContain("ERROR heddle");
    }

    @Test
    void theFolderIsTakenAsItIs() {
        jar("spare/audit-2.jar", "two", "");
        jar("spare/trace.jar", "trace", "");
        assertThat(obey(
                        "call",
                        "reload",
                        "overwrite trace.jar trace.jar",
                        "reload",
                        "call",
                        "overwrite audit-2.jar audit.jar",
                        "call",
                        "reload",
                        "call",
                        "delete audit.jar",
                        "call",
                        "reload",
                        "call"))
                .containsExactly(
                        "marks: one",
                        "nothing has changed",
                        "trace trace is in force",
                        "marks: one trace",
                        "marks: one trace",
                        "audit two takes the place of audit one",
                        "marks: two trace",
                        "marks: two trace",
                        "audit two is taken out",
                        "marks: trace");
    }

    @Test
    void aBrokenNewVersionChangesNothing() {
        jar("spare/audit-failing.jar", "two", "failing");
        new ExtensionJarBuilder().entry("nothing", new byte[10]).write(folder.resolve("spare/empty.jar"));
        jar("spare/audit-good.jar", "three", "");
        List<String> said = obey(
                "overwrite audit-failing.jar audit.jar",
                "reload audit",
                "call",
                "overwrite empty.jar audit.jar",
                "reload",
                "call",
                "overwrite audit-good.jar audit.jar",
                "reload",
                "call");
        assertThat(said).element(1).isEqualTo("marks: one");
        assertThat(said)
                .element(0)
                .asString()
                .startsWith("refused: extension audit one stays in force: nothing can take its place (it failed to "
                        + "register: ")
                .contains("this version fails");
        assertThat(said)
                .element(2)
                .isEqualTo("refused: extension audit one stays in force: nothing can take its place (its file cannot "
                        + "be used)");
        assertThat(said).endsWith("marks: one", "audit three takes the place of audit one", "marks: three");
    }

    @Test
    void settingsAreTakenOrStayAsTheyWere() {
        List<String> said = obey(
                "set heddle.extension.audit.times 2",
                "call",
                "set extension.audit.times many",
                "call",
                "reload audit",
                "call",
                "set extension.audit.only getResult",
                "call",
                "set heddle.config /etc/x",
                "disable audid",
                "set extension.other.times 2");
        assertThat(said)
                .startsWith("audit one takes the place of audit one", "marks: onexx")
                .endsWith(
                        "marks:",
                        "refused: heddle.config cannot be set while the application runs; what can is "
                                + "heddle.extension.NAME.KEY and heddle.close.delay, heddle.extensions, "
                                + "heddle.failures, heddle.register.timeout",
                        "refused: there is no extension audid; did you mean audit?",
                        "refused: there is no extension other; there are audit");
        assertThat(said.get(2))
                .startsWith("refused: extension audit one stays in force")
                .contains("many");
        assertThat(said.subList(3, 7))
                .containsExactly(
                        "marks: onexx",
                        "audit one takes the place of audit one",
                        "marks: onexx",
                        "audit one takes the place of audit one");
    }

    @Test
    void twoAtOnceComeOneAfterTheOther() {
        jar("live/audit.jar", "one", "slow");
        assertThat(obey("together reload,audit reload,audit", "call"))
                .containsExactly(
                        "audit one takes the place of audit one",
                        "audit one takes the place of audit one",
                        "marks: one");
    }
}
