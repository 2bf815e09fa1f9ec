package dev.heddle.test.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import dev.heddle.test.AnnouncingExtension;
import dev.heddle.test.CustomerApplication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder full of bad JARs and a good one: a line for each, and the application works with the good one. */
class BadJarTest {
    @TempDir
    static Path folder;

    private static List<String> output;

    @BeforeAll
    static void runApplication() throws Exception {
        writeJars();
        output = ForkedJvm.ofCustomer()
                .agent("extensions=" + folder + ",extension.setting.limit=many")
                .run(CustomerApplication.class.getName())
                .expectSuccess()
                .lines()
                .toList();
    }

    private static void writeJars() throws Exception {
        Files.writeString(folder.resolve("corrupt.jar"), "this is no archive");
        Files.createFile(folder.resolve("empty.jar"));
        Files.createDirectory(folder.resolve("folder.jar"));
        jar().with(AnnouncingExtension.class).write(folder.resolve("serviceless.jar"));
        jar().provider("com.example.Missing").write(folder.resolve("missing.jar"));
        jar().entry("META-INF/services/dev.heddle.api.Extension", new byte[0]).write(folder.resolve("nameless.jar"));
        jar().entry("META-INF/services/dev.heddle.api.Extension", "two words".getBytes(StandardCharsets.UTF_8))
                .write(folder.resolve("wordy.jar"));
        byte[] newer = ExtensionJarBuilder.bytes(AnnouncingExtension.class);
        newer[7] = 99;
        jar().provider(AnnouncingExtension.class)
                .entry(AnnouncingExtension.class.getName().replace('.', '/') + ".class", newer)
                .write(folder.resolve("newer.jar"));
        bad(BadExtensions.ThrowsErrorWhenMade.class, "making");
        bad(BadExtensions.ThrowsWhenMade.class, "unready");
        bad(BadExtensions.ThrowsErrorWhenRegistered.class, "registering");
        bad(BadExtensions.LacksLibrary.class, "library");
        bad(BadExtensions.HasWrongSetting.class, "setting");
        bad(BadExtensions.NeedsArgument.class, "argument");
        bad(BadExtensions.Stranger.class, "stranger");
        bundling("dev/heddle/api/Call.class", "api");
        bundling("io/temporal/workflow/Workflow.class", "sdk");
        bundling("io/grpc/Channel.class", "grpc");
        Files.writeString(folder.resolve("CAPITAL.JAR"), "this is no archive");
        Files.createSymbolicLink(folder.resolve("device.jar"), Path.of("/dev/zero"));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe.jar").toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        String provider = AnnouncingExtension.class.getName();
        service("marked", ("\uFEFF" + provider).getBytes(StandardCharsets.UTF_8));
        service("wide", provider.getBytes(StandardCharsets.UTF_16LE));
        service("long", new byte[100_000_000]);
        jar().provider(AnnouncingExtension.class)
                .attribute("Comment", "x".repeat(2_000_000))
                .write(folder.resolve("verbose.jar"));
        Path good = jar().provider(AnnouncingExtension.class).write(folder.resolve("good-1.2.jar"));
        byte[] whole = Files.readAllBytes(good);
        Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));
        jar().provider(AnnouncingExtension.class).write(folder.resolve("twin.jar"));
        jar().provider(AnnouncingExtension.class).write(folder.resolve("heddle-extension-good-1.3.jar"));
    }

    private static ExtensionJarBuilder jar() {
        return new ExtensionJarBuilder();
    }

    private static void bad(Class<?> provider, String name) {
        jar().provider(provider).with(BadExtensions.Silent.class).write(folder.resolve(name + ".jar"));
    }

    private static void service(String name, byte[] file) {
        jar().with(AnnouncingExtension.class)
                .entry("META-INF/services/dev.heddle.api.Extension", file)
                .write(folder.resolve(name + ".jar"));
    }

    private static void bundling(String entry, String name) {
        jar().provider(AnnouncingExtension.class).entry(entry, new byte[0]).write(folder.resolve(name + ".jar"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            corrupt.jar     | it is not a readable JAR                          | copy it again
            half.jar        | it is not a readable JAR (zip END header not f    | copy it again
            empty.jar       | it is not a readable JAR (zip file is empty)      | copy it again
            folder.jar      | it is no regular file                             | replace it by a JAR, or remove it
            pipe.jar        | it is no regular file                             | replace it by a JAR, or remove it
            device.jar      | it is no regular file                             | replace it by a JAR, or remove it
            CAPITAL.JAR     | it is not a readable JAR                          | copy it again
            marked.jar      | begins with a byte-order mark or is not in UTF-8  | save it as UTF-8 without a byte-order mark
            wide.jar        | begins with a byte-order mark or is not in UTF-8  | save it as UTF-8 without a byte-order mark
            long.jar        | dev.heddle.api.Extension is longer than 64 KB     | build the JAR again
            verbose.jar     | its META-INF/MANIFEST.MF is longer than 1024 KB   | build the JAR again
            twin.jar        | it has the same extension as good-1.2.jar         | or set Heddle-Extension in its manifest
            serviceless.jar | it has no META-INF/services/dev.heddle.api        | name the class of the extension in it
            missing.jar     | com.example.Missing not found                     | it should name a class of the JAR
            nameless.jar    | its service file names no class                   | name the one that implements
            wordy.jar       | Illegal configuration-file syntax                 | it should name a class of the JAR
            newer.jar       | was compiled for a newer Java than this one       | compile it for Java
            making.jar      | java.lang.StackOverflowError: too deep by far at  | correct it or remove the JAR
            unready.jar     | java.lang.IllegalStateException: not now at       | correct it or remove the JAR
            registering.jar | java.lang.AssertionError: never at                | correct it or remove the JAR
            library.jar     | it needs the class com.example.Library            | bundle that library in the JAR
            setting.jar     | heddle.extension.setting.limit is 'many'          | should be a whole number
            argument.jar    | NeedsArgument has no public constructor without p | give it one
            stranger.jar    | Stranger not a subtype                            | it should name a class of the JAR
            api.jar         | it bundles dev/heddle/api/Call.class              | the scope 'provided'
            sdk.jar         | it bundles io/temporal/workflow/Workflow.class    | the scope 'provided'
            grpc.jar        | it bundles io/grpc/Channel.class                  | the scope 'provided'
            good-1.3.jar    | its name 'good' is taken by good-1.2.jar          | set Heddle-Extension in its manifest
            """)
    void isLeftOutWithOneLine(String file, String cause, String remedy) {
        assertThat(output)
                .filteredOn(line -> line.contains(file + " ") && line.contains("heddle - "))
                .singleElement()
                .asString()
                .contains("ERROR heddle - extension " + folder, "is left out", cause, remedy);
    }

    @Test
    void thereIsNothingElseToRead() {
        assertThat(output.subList(0, output.indexOf(CustomerApplication.GREETING)))
                .noneMatch(line -> line.startsWith("\tat ") || line.contains("Caused by"));
        assertThat(new TreeSet<>(List.of(folder.toFile().list()))).hasSize((int)
                output.stream().filter(line -> line.contains("heddle - ")).count());
    }

    @Test
    void theGoodOneAndTheApplicationWork() {
        assertThat(output)
                .contains("intercepted: start", CustomerApplication.GREETING)
                .anyMatch(line -> line.contains("INFO heddle - extension good 1.2 intercepts client (start)"));
    }
}
