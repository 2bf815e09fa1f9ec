package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.HistoryText;
import dev.heddle.harness.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code replay} can do nothing, it says why, in a line, and ends with 2. */
class ReplayInputTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Does at its start what its argument says. */
    public static final class Application {
        private Application() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("the application runs");
            switch (arguments[0]) {
                case "ends" -> {}
                case "exits" -> System.exit(0);
                case "throws" -> throw new IllegalStateException("no database");
                default -> Thread.sleep(Long.MAX_VALUE);
            }
        }
    }

    @TempDir
    static Path folder;

    private static Path histories;
    private static Path jar;

    @BeforeAll
    static void write() throws IOException {
        histories = Files.createDirectory(folder.resolve("histories"));
        Files.writeString(histories.resolve("bill.json"), HistoryText.ofOneActivity("Bill", "bills", "Send"));
        jar = new ExtensionJarBuilder().with(Application.class).write(folder.resolve("application.jar"));
    }

    private static String refused(Object... words) {
        List<Object> all = new ArrayList<>(List.of("replay"));
        all.addAll(List.of(words));
        ForkedJvm.Result result = Terminal.heddle(all.toArray());
        assertThat(result.exitCode()).as(result.output()).isEqualTo(2);
        return result.output();
    }

    private static String started(String argument, Object... options) {
        List<Object> words = new ArrayList<>(List.of("--from", histories, "--patience", "3", "--", JAVA));
        words.addAll(List.of(options));
        words.addAll(List.of("-cp", jar, Application.class.getName(), argument));
        return refused(words.toArray());
    }

    @Test
    void anApplicationThatEnds() {
        assertThat(started("ends"))
                .contains("the application has ended with exit code 0 before its histories were replayed")
                .contains("  the application runs");
        assertThat(started("exits")).contains("the application has ended with exit code 0");
    }

    @Test
    void anApplicationThatThrows() {
        assertThat(started("throws"))
                .contains("the application has ended with exit code 1", "IllegalStateException: no database");
    }

    @Test
    void anApplicationThatMakesNoWorker() {
        assertThat(started("waits"))
                .contains("the application has started no worker in 3 s and made none; --patience gives it more time");
    }

    /** It would do its work. */
    @Test
    void anApplicationThatDisablesHeddleDoesNotRun() {
        assertThat(started("ends", "-Dheddle.enabled=false"))
                .contains("nothing can be replayed, because heddle.enabled is false")
                .doesNotContain("the application runs");
    }

    /** As it is where a whole container has it: that agent comes before the command's own. */
    @Test
    void anAgentForAllJvmsIsInNobodysWay() {
        ForkedJvm.Result result = new ForkedJvm()
                .environment("JAVA_TOOL_OPTIONS", "-javaagent:" + Repository.agentJar() + "=failures=3")
                .runJar(
                        Repository.agentJar(),
                        "replay",
                        "--from",
                        histories.toString(),
                        "--",
                        JAVA,
                        "-cp",
                        jar.toString(),
                        Application.class.getName(),
                        "ends");
        assertThat(result.output())
                .contains("the application has ended with exit code 0 before its histories were replayed")
                .doesNotContain("ERROR");
    }

    @Test
    void noHistories() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(refused("--from", empty, jar)).contains("there is no history in " + empty);
        assertThat(refused("--from", empty.resolve("none"), jar)).contains("there is no " + empty.resolve("none"));
    }

    @Test
    void noApplication() {
        assertThat(refused("--from", histories, folder.resolve("none.jar"))).contains("none.jar");
        assertThat(refused("--from", histories, "--", "echo", "hello")).contains("echo is no java");
        assertThat(refused("--from", histories)).contains("Missing required parameter");
    }

    @Test
    void twoPlacesOfHistoriesOrNone() {
        assertThat(refused(jar)).contains("Name a folder with --from, or which executions of a server");
        assertThat(refused("--from", histories, "--query", "x", jar)).contains("Name a folder with --from");
    }
}
