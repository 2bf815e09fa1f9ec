package dev.heddle.test.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extensions come, go and are replaced while the application calls, whatever is wrong with them. */
class LiveTest {
    @TempDir
    Path folder;

    private final List<String> options = new ArrayList<>();
    private String log;

    @BeforeEach
    void writeExtension() {
        jar("live/audit.jar", "one", "");
    }

    private void jar(String file, String mark, String mode) {
        new ExtensionJarBuilder()
                .provider(Marked.class)
                .attribute("Heddle-Extension", file.replaceFirst(".*/(.*?)(-.*)?\\.jar", "$1"))
                .attribute("Implementation-Version", mark)
                .entry("mark", mark.getBytes(StandardCharsets.UTF_8))
                .entry("mode", mode.getBytes(StandardCharsets.UTF_8))
                .write(folder.resolve(file));
    }

    /** What the application says; the rest is the log, and when extensions close is nobody's to foresee. */
    private List<String> obey(String... lines) {
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(List.of(lines));
        ForkedJvm jvm = ForkedJvm.ofCustomer().agent("extensions=" + folder.resolve("live"));
        options.forEach(jvm::option);
        log = jvm.run(LiveApplication.class.getName(), arguments.toArray(new String[0]))
                .expectSuccess();
        return log.lines()
                .filter(line -> !line.contains(" heddle - ") && !line.startsWith(">") && !line.startsWith("\t"))
                .filter(line -> !line.endsWith(" closes"))
                .toList();
    }

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

    @Test
    void theFolderAndTheFileAreFollowed() throws IOException {
        jar("spare/audit-2.jar", "two", "");
        jar("spare/trace.jar", "trace", "");
        Path config = Files.writeString(folder.resolve("heddle.properties"), "heddle.watch=true");
        options.add("-Dheddle.config=" + config);
        assertThat(obey(
                        "call",
                        "overwrite audit-2.jar audit.jar",
                        "until two",
                        "half trace.jar trace.jar",
                        "until two+trace",
                        "configure extension.audit.times=2",
                        "until twoxx+trace",
                        "delete trace.jar",
                        "until twoxx"))
                .containsExactly(
                        "marks: one",
                        "marks: two",
                        "marks: two",
                        "marks: two trace",
                        "marks: twoxx trace",
                        "marks: twoxx");
        assertThat(log).doesNotContain("ERROR heddle");
    }

    @Test
    void aLinkThatLeadsElsewhereIsFollowed() throws IOException {
        Files.delete(folder.resolve("live/audit.jar"));
        jar("live/..v1/audit.jar", "one", "");
        jar("live/..v2/audit.jar", "two", "");
        Files.createSymbolicLink(folder.resolve("live/..data"), Path.of("..v1"));
        Files.createSymbolicLink(folder.resolve("live/audit.jar"), Path.of("..data/audit.jar"));
        options.add("-Dheddle.watch=true");
        assertThat(obey("call", "swap ..v2", "until two")).containsExactly("marks: one", "marks: two");
    }

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

    @Test
    void oneThatHangsWhenItClosesKeepsNobody() {
        jar("live/audit.jar", "one", "hanging");
        options.add("-Dheddle.close.delay=1ms");
        assertThat(obey("disable audit", "call", "await", "enable audit", "call", "settle"))
                .containsExactly("audit one is taken out", "marks:", "audit one is in force", "marks: one");
        assertThat(log).contains("WARN heddle - extension audit one has not closed within 5 s and is left to itself");
    }
}
