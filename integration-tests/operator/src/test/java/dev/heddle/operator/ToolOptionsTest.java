package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent in {@code JAVA_TOOL_OPTIONS}, as it is set for whole containers: every JVM has it, the JDK's tools too. */
class ToolOptionsTest {
    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");
    private static final String OPTIONS = "-javaagent:" + Repository.agentJar();

    @TempDir
    Path folder;

    /** What a tool prints with the agent, but for the JVM's own line. */
    private static List<String> lines(boolean agent, Path tool, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(tool.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        if (agent) {
            builder.environment().put("JAVA_TOOL_OPTIONS", OPTIONS);
        }
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.lines()
                .filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
                .toList();
    }

    @Test
    void theJdksToolsAreLeftAlone() throws Exception {
        Path source = Files.writeString(folder.resolve("Hello.java"), "class Hello {}");
        assertThat(lines(true, BIN.resolve("javac"), source.toString())).isEmpty();
        assertThat(folder.resolve("Hello.class")).exists();
        String[] jar = {
            "--create", "--file", folder.resolve("hello.jar").toString(), "-C", folder.toString(), "Hello.class"
        };
        assertThat(lines(true, BIN.resolve("jar"), jar)).isEmpty();
        for (String tool : List.of("javap", "keytool", "jdeps")) {
            assertThat(lines(true, BIN.resolve(tool), "-help"))
                    .as(tool)
                    .isNotEmpty()
                    .isEqualTo(lines(false, BIN.resolve(tool), "-help"));
        }
        assertThat(lines(true, BIN.resolve("jcmd"), "-l"))
                .anyMatch(line -> line.contains("JCmd"))
                .noneMatch(line -> line.contains("heddle - "));
    }

    @Test
    void soIsItsOwnCommandLine() throws IOException {
        String printed = new ForkedJvm()
                .environment("JAVA_TOOL_OPTIONS", OPTIONS)
                .runJar(Repository.agentJar())
                .expectSuccess();
        assertThat(printed)
                .contains("a Java agent for Temporal and gRPC applications")
                .doesNotContain("ERROR");
    }
}
