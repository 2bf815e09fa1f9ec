package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} of the order application, however it is packed, with extensions that would work and that would not. */
class CheckTest {
    private static final String FINE = "No problem was found.";

    /** Ends the JVM in which it registers. */
    public static final class Ending implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            System.exit(0);
        }
    }

    @TempDir
    static Path folder;

    private static String classPath;

    @TempDir
    Path extensions;

    @BeforeAll
    static void find() throws IOException {
        classPath = PackedApplication.classPath();
    }

    @BeforeEach
    void copyExtension() throws IOException {
        copy("call-tree");
    }

    private void copy(String extension) throws IOException {
        Path jar = Repository.extensionJar(extension);
        Files.copy(jar, extensions.resolve(jar.getFileName()));
    }

    private ForkedJvm.Result check(Object... words) {
        return check(new ForkedJvm(), words);
    }

    private ForkedJvm.Result check(ForkedJvm jvm, Object... words) {
        List<String> all = new ArrayList<>(List.of("check", "--extensions", extensions.toString()));
        for (Object word : words) {
            all.add(word.toString());
        }
        return jvm.runJar(Repository.agentJar(), all.toArray(new String[0]));
    }

    /** Expects that all is found, with its versions, and that all is well. */
    private void assertFound(ForkedJvm.Result result, String application) {
        assertThat(result.expectSuccess().lines())
                .anyMatch(line -> line.startsWith("Heddle "))
                .anyMatch(line -> line.startsWith("  checked     ") && line.contains(application))
                .anyMatch(line -> line.matches("  library +Temporal's SDK 1\\.39\\.0, \\d\\d classes woven"))
                .anyMatch(line -> line.matches("  library +grpc-java 1\\.85\\.1, 4 classes woven"))
                .anyMatch(line -> line.matches("  client +(\\d\\d) +\\1  call-tree"))
                .anyMatch(line -> line.matches("  workflow inbound +5 +5  call-tree"))
                .anyMatch(line -> line.matches("  grpc server +any +any  call-tree"))
                .anyMatch(line -> line.startsWith("  call-tree "))
                .endsWith(FINE);
    }

    private void assertProblem(ForkedJvm.Result result, String... parts) {
        assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
        assertThat(result.output().lines().filter(line -> line.startsWith("  - ")))
                .as(result.output())
                .singleElement()
                .asString()
                .contains(parts);
    }

    @Test
    void aClassPath() {
        assertFound(check("-cp", classPath), "a class path of ");
        assertFound(
                check("-cp", OrderProcess.CLASS_PATH.replace(".jar", "*").replace("order-application*", "*")),
                "a class path of ");
    }

    @Test
    void aJarOfSpringBoot() throws IOException {
        Path jar = PackedApplication.nested(folder.resolve("boot.jar"), "BOOT-INF");
        assertFound(check(jar), jar + ", a JAR of Spring Boot with ");
    }

    @Test
    void aWar() throws IOException {
        Path war = PackedApplication.nested(folder.resolve("orders.war"), "WEB-INF");
        assertFound(check(war), war + ", a WAR with ");
    }

    /** Whose manifest has a version of its own. */
    @Test
    void aJarWithAllInIt() throws IOException {
        Path jar = PackedApplication.shaded(folder.resolve("shaded.jar"));
        assertFound(check(jar), jar + ", a JAR");
    }

    /** As the JVM itself says: of the application and its libraries no class is initialised. */
    @Test
    void nothingOfTheApplicationRuns() throws IOException {
        copy("context-propagation");
        Path result = folder.resolve("result");
        String log = new ForkedJvm()
                .agent("extensions=" + extensions)
                .option("-Xlog:class+init=info")
                .classPath(classPath)
                .run("dev.heddle.agent.bootstrap.Main", "rehearse", result.toString(), "text", "orders")
                .expectSuccess();
        assertThat(result).content().contains("Temporal's SDK", "context-propagation", FINE);
        assertThat(log.lines().filter(line -> line.contains("Initializing '")))
                .anyMatch(line -> line.contains("'dev/heddle/agent/control/Rehearsal'"))
                .noneMatch(line -> line.matches(".*'(io/temporal|io/grpc|orders|com/google|com/uber)/.*"));
    }

    @Test
    void programsGetOneLineWithAllOperations() {
        assertThat(check("-cp", classPath, "--json").expectSuccess().lines())
                .singleElement()
                .asString()
                .startsWith("{\"version\":")
                .contains("\"problems\":[]", "{\"name\":\"signalWithStart\",\"extensions\":[\"call-tree\"]}");
    }

    @Test
    void eachOperationGetsALineOnDemand() {
        assertThat(check("-cp", classPath, "--operations", "-D", "heddle.extension.call-tree.only=start")
                        .expectSuccess()
                        .lines())
                .anyMatch(line -> line.matches("  client +\\d\\d +1  call-tree"))
                .anyMatch(line -> line.matches("    start +yes  call-tree"))
                .anyMatch(line -> line.matches("    signal +-"));
    }

    @Test
    void whatIsNoExtensionIsAProblem() throws IOException {
        Files.writeString(extensions.resolve("broken.jar"), "half a JAR");
        assertProblem(check("-cp", classPath), "broken.jar is left out: it is not a readable JAR");
    }

    @Test
    void oneThatIsDisabledIsNone() {
        assertThat(check("-cp", classPath, "-Dheddle.extension.call-tree.enabled=false")
                        .expectSuccess()
                        .lines())
                .anyMatch(line ->
                        line.matches("  left out +.*call-tree.*: it is disabled by heddle.extension.call-tree.enabled"))
                .endsWith(FINE);
    }

    @Test
    void aGuardThatCannotRegisterIsAProblem() throws IOException {
        copy("grpc-auth");
        assertThat(check(
                                "-cp",
                                classPath,
                                "-Dheddle.extension.grpc-auth.server.token=open-sesame",
                                "-Dheddle.extension.grpc-auth.except=nexsu")
                        .output())
                .contains("it is a guard, so until then every call is refused")
                .doesNotContain(FINE, "open-sesame");
    }

    @Test
    void oneThatIsRequiredAndNotThereIsAProblem() {
        assertProblem(
                check("-cp", classPath, "-Dheddle.required=grpc-auth"),
                "heddle.required names grpc-auth, not in force here, so that no client, worker, channel or server");
    }

    @Test
    void aSettingThatNobodyKnowsIsAProblem() {
        assertProblem(
                check(new ForkedJvm().environment("HEDDLE_FAILURE", "3"), "-cp", classPath),
                "setting HEDDLE_FAILURE in the environment is unknown",
                "did you mean HEDDLE_FAILURES?");
        assertProblem(
                check(new ForkedJvm().option("-Dheddle.requird=x"), "-cp", classPath),
                "setting heddle.requird in the system properties is unknown");
    }

    @Test
    void settingsInYaml() throws IOException {
        Path file = Files.writeString(folder.resolve("heddle.yaml"), """
                heddle:
                  failure: 3
                  extension:
                    call-tree:
                      only: [start, signal]
                """);
        ForkedJvm.Result result = check("-cp", classPath, "-Dheddle.config=" + file);
        assertProblem(result, "setting heddle.failure in " + file + " is unknown", "did you mean heddle.failures?");
        assertThat(result.output().lines()).anyMatch(line -> line.matches("  client +\\d\\d +2  call-tree"));
    }

    @Test
    void oneThatEndsTheJvmIsNamed() {
        new ExtensionJarBuilder().provider(Ending.class).write(extensions.resolve("ending.jar"));
        ForkedJvm.Result result = check("-cp", classPath);
        assertThat(result.output()).contains("has ended before it was done", "extension ending has ended the JVM");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void disabledItSaysSo() {
        ForkedJvm.Result result = check("-cp", classPath, "-Dheddle.enabled=false");
        assertThat(result.output()).contains("heddle.enabled is false");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    /** As it is where a whole container has it. */
    @Test
    void anAgentForAllJvmsIsInNobodysWay() {
        ForkedJvm jvm = new ForkedJvm().environment("JAVA_TOOL_OPTIONS", "-javaagent:" + Repository.agentJar());
        assertFound(check(jvm, "-cp", classPath), "a class path of ");
    }
}
