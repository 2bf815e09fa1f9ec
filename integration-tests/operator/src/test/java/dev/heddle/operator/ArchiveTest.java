package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Jdk;
import dev.heddle.harness.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code archive}: what it says to type starts the application from the archive that it has made, with Heddle. */
class ArchiveTest {
    /** Packed as an application. */
    public static final class Hello {
        private Hello() {}

        public static void main(String[] names) {
            System.out.println("Hello " + String.join(" ", names));
        }
    }

    @TempDir
    Path folder;

    private void isMadeAndUsed(Path home, String expected) {
        Path application = new ExtensionJarBuilder().with(Hello.class).write(folder.resolve("hello.jar"));
        String java = home.resolve("bin").resolve("java").toString();
        Path archive = folder.resolve("hello.archive");
        String said = Terminal.heddle(
                        "archive", "--to", archive, "--", java, "-cp", application, Hello.class.getName(), "my world")
                .expectSuccess();
        assertThat(said)
                .contains("Hello my world", archive + " is made, ", "-javaagent:" + Repository.agentJar(), "'my world'")
                .contains(java + " " + expected + archive + " -javaagent:");
        assertThat(archive).isNotEmptyFile();
        String started = new ForkedJvm()
                .java(home)
                .option(expected + archive)
                .option("-javaagent:" + Repository.agentJar())
                .option("-Xlog:class+load")
                .classPath(application.toString())
                .run(Hello.class.getName(), "again")
                .expectSuccess();
        assertThat(started.lines().filter(line -> line.contains(Hello.class.getName() + " ")))
                .singleElement()
                .asString()
                .contains("source: shared objects file");
        assertThat(started).contains("Hello again");
    }

    @Test
    void ofThisJdk() {
        isMadeAndUsed(Path.of(System.getProperty("java.home")), "-XX:SharedArchiveFile=");
    }

    @Test
    void ofAJdkWithAnAotCache() {
        Optional<Path> home = Jdk.home(25);
        Assumptions.assumeTrue(home.isPresent(), "no JDK 25 is installed beside the one that runs the tests");
        isMadeAndUsed(home.get(), "-XX:AOTCache=");
    }

    @Test
    void whatIsThereStaysUnlessSomebodyWantsIt() throws Exception {
        Path there = Files.writeString(folder.resolve("there.jsa"), "mine");
        ForkedJvm.Result result = Terminal.heddle(
                "archive", "--to", there, "--", Path.of(System.getProperty("java.home"), "bin", "java"), "-version");
        assertThat(result.output().lines())
                .singleElement()
                .asString()
                .contains("is there already; --force makes it anew");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(there).hasContent("mine");
        assertThat(Terminal.heddle("archive", "--force", "--to", there, "--", "echo", "hello")
                        .output())
                .contains("echo is no java");
        assertThat(there).hasContent("mine");
    }

    @Test
    void whatIsNoJavaIsSaid() {
        ForkedJvm.Result result = Terminal.heddle("archive", "--", "echo", "hello");
        assertThat(result.output()).contains("echo is no java");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    /** A folder of classes on the class path, which the JVM does not archive. */
    @Test
    void whatTheJvmRefusesIsNoSuccess() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes/dev/heddle/operator"));
        Files.write(classes.resolve("ArchiveTest$Hello.class"), ExtensionJarBuilder.bytes(Hello.class));
        assertThat(failing(folder.resolve("classes"), Hello.class.getName())).contains("No archive is made");
    }

    /** What is said of an application of which there is no archive, or none that is worth it. */
    private String failing(Path classPath, String main) {
        ForkedJvm.Result result = Terminal.heddle(
                "archive",
                "--to",
                folder.resolve("failed.jsa"),
                "--",
                Path.of(System.getProperty("java.home"), "bin", "java"),
                "-cp",
                classPath,
                main);
        assertThat(result.exitCode()).isEqualTo(1);
        return result.output();
    }

    @Test
    void anApplicationThatFailsIsNoSuccess() {
        Path application = new ExtensionJarBuilder().with(Hello.class).write(folder.resolve("hello.jar"));
        assertThat(failing(application, "no.such.Main"))
                .contains("failed.jsa is made, ", "The application ended with 1: the archive has what it loaded until");
    }
}
