package dev.heddle.test.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Extension;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.AnnouncingExtension;
import dev.heddle.test.CustomerApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extensions that hang, end or outwit the start of an application: it starts, and a line says who was in the way. */
class StartTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeGoodOne() {
        new ExtensionJarBuilder().provider(AnnouncingExtension.class).write(folder.resolve("zoo.jar"));
    }

    private ForkedJvm.Result run(Class<? extends Extension> extension, Class<?> application) {
        new ExtensionJarBuilder().provider(extension).write(folder.resolve("bad.jar"));
        return ForkedJvm.ofCustomer()
                .agent("extensions=" + folder + ",register.timeout=3s")
                .run(application.getName());
    }

    private static List<String> agentLines(String output) {
        return output.lines()
                .filter(line -> line.contains(" heddle - "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    private static Pattern holdsTheStart(String type) {
        return Pattern.compile("WARN heddle - extension bad has been registering for 1 s and holds the start of the "
                + "application, in state WAITING at .* at " + Pattern.quote(type) + ".register\\(.*\\); after 3 s "
                + "\\(heddle.register.timeout\\) it is left out");
    }

    private Pattern leftOut(String type) {
        return Pattern.compile("ERROR heddle - extension " + folder
                + "/bad.jar is left out: it has not registered within 3 s \\(heddle.register.timeout\\), in state WAITING "
                + "at .* at " + Pattern.quote(type) + ".register\\(.*\\).*");
    }

    @Test
    void oneThatWaitsForAThreadOfItsOwnGetsItsClientsUnintercepted() {
        String output = run(StartingExtensions.WaitsForOwnThread.class, TwoThreads.class)
                .expectSuccess();
        assertThat(output.lines())
                .contains("own client: interceptors 0, then 0", "application: interceptors 1, then 1");
        assertThat(agentLines(output))
                .containsOnlyOnce(
                        "INFO heddle - extension bad makes a client or channel while it registers, whose calls "
                                + "are not intercepted");
    }

    @Test
    void oneThatWaitsForTheApplicationWhichWaitsForItIsLeftOut() {
        String output = run(StartingExtensions.WaitsForApplication.class, TwoThreads.class)
                .expectSuccess();
        String type = StartingExtensions.WaitsForApplication.class.getName();
        assertThat(output.lines()).contains("application: interceptors 1, then 1");
        assertThat(agentLines(output))
                .anyMatch(line -> holdsTheStart(type).matcher(line).matches())
                .anyMatch(line -> leftOut(type).matcher(line).matches());
    }

    @Test
    void oneThatHangsIsLeftOut() {
        String output =
                run(StartingExtensions.Hangs.class, CustomerApplication.class).expectSuccess();
        String type = StartingExtensions.Hangs.class.getName();
        assertThat(output.lines()).contains("interrupted", "intercepted: start", CustomerApplication.GREETING);
        assertThat(agentLines(output))
                .hasSize(3)
                .anyMatch(line -> holdsTheStart(type).matcher(line).matches())
                .anyMatch(line -> leftOut(type).matcher(line).matches());
    }

    @Test
    void aGuardThatHangsRefusesEveryCall() {
        ForkedJvm.Result result = run(StartingExtensions.HangsAndGuards.class, CustomerApplication.class);
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output())
                .contains("guard bad could not be registered")
                .doesNotContain(CustomerApplication.GREETING);
        assertThat(agentLines(result.output()))
                .anyMatch(line -> line.startsWith("ERROR heddle - extension " + folder
                                + "/bad.jar is left out: it has not registered within 3 s")
                        && line.endsWith("; it is a guard, so until then every call is refused"));
    }

    @Test
    void oneThatIsLateIsClosedAgain() {
        String output =
                run(StartingExtensions.IsLate.class, CustomerApplication.class).expectSuccess();
        assertThat(output.lines()).contains("late one: closed", CustomerApplication.GREETING);
    }

    @Test
    void oneThatEndsTheJvmIsNamed() {
        ForkedJvm.Result result = run(StartingExtensions.Exits.class, CustomerApplication.class);
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(agentLines(result.output()))
                .containsExactly(
                        "ERROR heddle - extension bad has ended the JVM by System.exit while it registered; let it throw "
                                + "an exception instead, or remove " + folder + "/bad.jar");
    }

    @Test
    void aGuardOfAMistypedOperationRefusesEveryCall() {
        ForkedJvm.Result result = run(StartingExtensions.GuardsNothing.class, CustomerApplication.class);
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).doesNotContain(CustomerApplication.GREETING);
        assertThat(agentLines(result.output()))
                .anyMatch(line -> line.contains("bad.jar is left out: it failed to register")
                        && line.contains(
                                "no version of Temporal's SDK has an operation 'query' in workflow inbound; did you mean "
                                        + "handleQuery?")
                        && line.endsWith("; it is a guard, so until then every call is refused"));
    }

    @Test
    void aMistypedOperationGetsALine() {
        String output = run(StartingExtensions.NamesNothing.class, CustomerApplication.class)
                .expectSuccess();
        assertThat(output.lines()).contains(CustomerApplication.GREETING);
        assertThat(agentLines(output))
                .contains(
                        "WARN heddle - extension bad intercepts less than it names: no version of Temporal's SDK has an "
                                + "operation 'query' in workflow inbound; did you mean handleQuery?",
                        "INFO heddle - extension bad intercepts workflow inbound (query handleSignal) (" + folder
                                + "/bad.jar)");
    }
}
