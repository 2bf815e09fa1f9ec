package dev.heddle.extension.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import acme.shop.ShopApplication;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a finding, and what is none, in an application with an interceptor, a codec and a propagator of its own. */
class ModesIT {
    private static final String CLOCK = "workflow Order: time: acme.shop.WrongOrder.lambda$new$";
    private static final String RANDOM =
            "workflow Order: random: acme.shop.WrongOrder.<init>:19 calls java.util.Random; use Workflow.newRandom()";

    @TempDir
    Path folder;

    private static String run(String settings, String order) {
        return CorpusRun.jvm(settings)
                .run(ShopApplication.class.getName(), order)
                .expectSuccess();
    }

    @Test
    void whatIsNotTheWorkflowsDoingIsNotReported() {
        assertThat(run("", "clean"))
                .contains("extension determinism: 0 places")
                .doesNotContain("WARN heddle", "ERROR heddle");
    }

    @Test
    void eachPlaceIsReportedOnceAlsoOfConstructorsHandlersAndConditions() throws Exception {
        Path report = folder.resolve("determinism.sarif");
        String output = run(",extension.determinism.report-file=" + report, "wrong");
        assertThat(output).containsOnlyOnce(CLOCK).containsOnlyOnce(RANDOM);
        assertThat(output)
                .containsOnlyOnce("environment: acme.shop.WrongOrder.pay:40 calls java.lang.System.getenv")
                .containsOnlyOnce("calls java.lang.System.nanoTime; use Workflow.currentTimeMillis()")
                .contains("extension determinism: 4 places", "answer done 0");
        JsonNode results = new ObjectMapper().readTree(report.toFile()).at("/runs/0/results");
        assertThat(results).hasSize(4);
        assertThat(results.findValuesAsText("ruleId")).contains("time", "random", "environment");
        assertThat(results.findValuesAsText("uri")).containsOnly("acme/shop/WrongOrder.java");
    }

    @Test
    void aTaskThatFailsGoesOnWhenTheCodeIsRepaired() {
        String output = run(",extension.determinism.mode.time=fail", "repairable");
        assertThat(output).contains("NonDeterminismError: " + CLOCK, "answer done 0");
    }

    @Test
    void queriesAndValidatorsThatChangeSomethingAreReported() {
        String output = run("", "counting");
        assertThat(output)
                .containsOnlyOnce("workflow Order: readonly: acme.shop.CountingOrder.state: query state changes "
                        + "acme.shop.CountingOrder$Counter.asked; use ")
                .containsOnlyOnce("workflow Order: readonly: acme.shop.CountingOrder.add: the validator of update add "
                        + "changes acme.shop.CountingOrder.checked; use ")
                .contains("state: asked 1", "added: 3", "answer paid 1", "extension determinism: 2 places");
    }

    @Test
    void theyAreRefusedWhereTheyAreToFail() {
        String output = run(",extension.determinism.mode.readonly=fail", "counting");
        assertThat(output).contains("no state: ", "not added: ", "answer paid 1");
        // That an object which the first run holds is its own only a second run shows.
        assertThat(output.lines().filter(line -> line.startsWith("no")))
                .hasSize(3)
                .allMatch(line -> line.contains("acme.shop.CountingOrder"));
    }

    @Test
    void whatTheSdkSaysOfAHistoryIsExplained() {
        String output = run(",extension.determinism.mode=off", "moved");
        assertThat(output)
                .containsPattern("workflow Order [-\\w]+, run [-\\w]+: the code does not do what the history says\n"
                        + "  history  event 5, activity Take\n"
                        + "  code     timer, at acme.shop.MovedOrder.order:24\n"
                        + "  before   this JVM has run the same code, which asked for activity Take, at "
                        + "acme.shop.MovedOrder.order:26: look for what differs from time to time\n"
                        + "  likely   timer was added before activity Take, or stands in its place\n")
                .containsOnlyOnce("the code does not do what the history says")
                .contains("answer paid 1");
        assertThat(run(",extension.determinism.mode=off,extension.determinism.explain=false", "moved"))
                .doesNotContain("the code does not do");
    }

    /** A busy machine may have it trip elsewhere too. */
    @Test
    void aDeadlockIsExplained() {
        String output = run(",extension.determinism.mode=off", "stuck");
        assertThat(output)
                .containsPattern("workflow Order [-\\w]+, run [-\\w]+: a thread of the workflow did not go on for 1s\n"
                        + "  at       acme.shop.StuckOrder.stick:35\n"
                        + "  where it waited for java.util.concurrent.CountDownLatch\\$Sync@\\w+, in \\S+\n")
                .containsPattern("\n  beside   .+, at acme.shop.StuckOrder.settle:30\n")
                .contains("\n           acme.shop.StuckOrder.order:23\n", "answer free");
    }

    @Test
    void whatIsAllowedOrOffIsNotReported() {
        String output = run(
                ",extension.determinism.mode.time=off,extension.determinism.allow.calls=java.lang.System.getenv,"
                        + "extension.determinism.allow.callers=Ord*:acme.shop.WrongOrder.<*",
                "wrong");
        assertThat(output).contains("extension determinism: 0 places").doesNotContain("WARN heddle");
        assertThat(run(",extension.determinism.allow.callers=Other:*", "wrong")).contains(CLOCK);
    }
}
