package dev.heddle.test.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Selector;
import dev.heddle.api.Settings;
import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JARs, and places for them, that are no mistakes of a build: the operator's line, and the application at work. */
class HostileJarTest {
    private static final String ONE = "application: interceptors 1";

    @TempDir
    Path folder;

    /** Has its own file removed, and another put in its place, before it needs the rest of it. */
    public static final class Removed implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) throws IOException {
            Files.delete(Path.of(settings.get("file")));
            if (settings.get("replace", false)) {
                Files.write(Path.of(settings.get("file")), new byte[100_000]);
            }
            interceptors.on(Selector.CLIENT, call -> call.proceed());
        }

        @Override
        public void close() {
            System.out.println(new Later());
        }
    }

    /** Is loaded at the end. */
    public static final class Later {
        @Override
        public String toString() {
            return "closed all the same";
        }
    }

    /** Starts what never ends. */
    public static final class Starting implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            for (int i = 0; i < 3; i++) {
                new Thread(Starting::run).start();
            }
            interceptors.on(Selector.CLIENT, call -> call.proceed());
        }

        private static void run() {
            while (true) {
                try {
                    Thread.sleep(Long.MAX_VALUE);
                } catch (InterruptedException never) {
                    // It does not want to.
                }
            }
        }
    }

    /** Does nothing wrong. */
    public static final class Good implements Extension {
        @Override
        public void register(Interceptors interceptors, Settings settings) {
            interceptors.on(Selector.CLIENT, call -> call.proceed());
        }
    }

    private Path good(String name) {
        return new ExtensionJarBuilder().provider(Good.class).write(folder.resolve(name + ".jar"));
    }

    private ForkedJvm jvm() {
        return ForkedJvm.ofCustomer().agent("extensions=" + folder);
    }

    private static List<String> run(ForkedJvm jvm) {
        return jvm.run(ClientOptions.class.getName()).expectSuccess().lines().toList();
    }

    private static List<String> agentLines(List<String> output) {
        return output.stream()
                .filter(line -> line.contains(" heddle - "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    @Test
    void oneThatIsDeletedOrReplacedWhileItIsLoadedStaysWhatItWas() {
        for (String name : List.of("deleted", "replaced")) {
            new ExtensionJarBuilder()
                    .provider(Removed.class)
                    .with(Later.class)
                    .attribute("Heddle-Extension", name)
                    .write(folder.resolve(name + ".jar"));
        }
        List<String> output = run(jvm().option("-Dheddle.extension.deleted.file=" + folder.resolve("deleted.jar"))
                .option("-Dheddle.extension.replaced.file=" + folder.resolve("replaced.jar"))
                .option("-Dheddle.extension.replaced.replace=true"));
        assertThat(output).contains(ONE);
        assertThat(output.stream().filter("closed all the same"::equals)).hasSize(2);
        assertThat(agentLines(output)).hasSize(2).allMatch(line -> line.startsWith("INFO heddle - extension "));
        assertThat(folder.resolve("deleted.jar")).doesNotExist();
    }

    @Test
    void aThousandAreLoaded() {
        for (int i = 0; i < 1000; i++) {
            new ExtensionJarBuilder()
                    .provider(Good.class)
                    .attribute("Heddle-Extension", "good-" + i)
                    .write(folder.resolve(i + ".jar"));
        }
        List<String> output = run(jvm());
        assertThat(output).contains(ONE);
        assertThat(agentLines(output)).hasSize(1000).allMatch(line -> line.contains(" intercepts client"));
    }

    @Test
    void oneOf200MegabytesTakesNoMemory() throws IOException {
        byte[] jar = Files.readAllBytes(good("small"));
        Files.delete(folder.resolve("small.jar"));
        // What stands before an archive is no part of it, as of one that unpacks itself.
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("large.jar").toFile(), "rw")) {
            file.seek(200 << 20);
            file.write(jar);
        }
        List<String> output = run(jvm().option("-Xmx64m"));
        assertThat(output).contains(ONE);
        assertThat(agentLines(output)).singleElement().asString().contains("extension large intercepts client");
    }

    @Test
    void aClassThatUnpacksToMoreThanAnyIsNotRead() {
        good("good");
        new ExtensionJarBuilder()
                .provider("com.example.Bomb")
                .entry("com/example/Bomb.class", new byte[400 << 20])
                .write(folder.resolve("bomb.jar"));
        List<String> output = run(jvm().option("-Xmx64m").option("-XX:+ExitOnOutOfMemoryError"));
        assertThat(output).contains(ONE);
        assertThat(agentLines(output))
                .hasSize(2)
                .anyMatch(
                        line -> line.startsWith(
                                "ERROR heddle - extension " + folder.resolve("bomb.jar")
                                        + " is left out: java.lang.ClassFormatError: com.example.Bomb is longer than 16 MB, as no class is"));
    }

    @Test
    void threadsThatNeverEndKeepNoJvmAlive() {
        new ExtensionJarBuilder().provider(Starting.class).write(folder.resolve("starting.jar"));
        List<String> output = run(jvm());
        assertThat(output).contains(ONE);
        assertThat(agentLines(output)).singleElement().asString().contains("extension starting intercepts client");
    }

    @Test
    void withoutAPlaceForCopiesTheFileItselfIsRead() {
        good("good");
        List<String> output = run(jvm().option("-Djava.io.tmpdir=" + folder.resolve("nowhere")));
        assertThat(output).contains(ONE);
        assertThat(agentLines(output))
                .hasSize(2)
                .anyMatch(
                        line -> line.startsWith("WARN heddle - extensions are read from their files, which must not be "
                                + "overwritten while they are loaded, because java.io.tmpdir takes no copies: "));
    }

    @Test
    void whatIsToBeVerifiedIsNotReadWithoutACopy() throws IOException {
        Path jar = good("good");
        Path sums = Files.writeString(folder.resolve("allowed"), "0".repeat(64) + "  good.jar\n");
        assertThat(sums.toFile().setWritable(false, false)).isTrue();
        List<String> output = run(jvm().option("-Dheddle.extensions.allowed=" + sums)
                .option("-Djava.io.tmpdir=" + folder.resolve("nowhere")));
        assertThat(output).contains("application: interceptors 0");
        assertThat(agentLines(output))
                .singleElement()
                .asString()
                .startsWith("ERROR heddle - extension " + jar + " is left out: it can be verified in a copy only, and "
                        + "java.io.tmpdir takes none (")
                .endsWith("; name a folder there that this process can write");
    }

    @Test
    void aFullFileSystemIsAsGoodAsNone() throws Exception {
        Path full = Files.createDirectory(folder.resolve("full"));
        assumeThat(command("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", full.toString()))
                .as("only root can mount, where that is allowed")
                .isZero();
        try {
            new ExtensionJarBuilder()
                    .provider(Good.class)
                    .entry("noise", noise())
                    .write(folder.resolve("good.jar"));
            List<String> output = run(jvm().option("-Djava.io.tmpdir=" + full));
            assertThat(output).contains(ONE);
            assertThat(agentLines(output))
                    .hasSize(2)
                    .anyMatch(line -> line.contains("java.io.tmpdir takes no copies: No space left on device"));
            assertThat(full).isEmptyDirectory();
        } finally {
            command("umount", full.toString());
        }
    }

    private static byte[] noise() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static int command(String... words) throws Exception {
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
