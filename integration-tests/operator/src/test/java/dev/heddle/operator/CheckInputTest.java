package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ExtensionJarBuilder;
import dev.heddle.harness.ForkedJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} of what is no application, or none that can be checked: one line, and an exit code for a pipeline. */
class CheckInputTest {
    @TempDir
    Path folder;

    private static void assertRefused(ForkedJvm.Result result, String... parts) {
        assertThat(result.output().lines())
                .as(result.output())
                .singleElement()
                .asString()
                .contains(parts);
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void whatIsNoJar() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "no JAR");
        assertRefused(Terminal.heddle("check", text), "text.jar is no readable JAR (");
    }

    @Test
    void anEmptyFile() throws IOException {
        assertRefused(Terminal.heddle("check", Files.createFile(folder.resolve("empty.jar"))), "is no readable JAR (");
    }

    @Test
    void whatThereIsNot() {
        assertRefused(Terminal.heddle("check", folder.resolve("gone.jar")), "there is no ", "gone.jar");
        assertRefused(
                Terminal.heddle("check", "-cp", folder + File.pathSeparator + folder.resolve("gone.jar")),
                "there is no ",
                "gone.jar");
    }

    @Test
    void aPipe() throws Exception {
        Path pipe = folder.resolve("pipe.jar");
        Assumptions.assumeTrue(
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo here");
        assertRefused(Terminal.heddle("check", pipe), "pipe.jar is no regular file");
    }

    @Test
    void aJarWithoutLibraries() throws IOException {
        Path plain = PackedApplication.with(folder.resolve("plain.jar"), "readme.txt", new byte[] {'x'});
        ForkedJvm.Result result = Terminal.heddle("check", plain);
        assertThat(result.output()).contains("One problem was found:", "neither Temporal's SDK nor grpc-java is in it");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void aBrokenJarInAJar() throws IOException {
        Path jar = PackedApplication.with(folder.resolve("boot.jar"), "BOOT-INF/lib/temporal-sdk.jar", new byte[99]);
        assertRefused(
                Terminal.heddle("check", jar),
                "boot.jar holds BOOT-INF/lib/temporal-sdk.jar, which is no readable JAR");
    }

    @Test
    void anEntryThatLeavesTheJar() throws IOException {
        Path jar = PackedApplication.with(folder.resolve("evil.jar"), "BOOT-INF/../../evil", new byte[1]);
        assertRefused(Terminal.heddle("check", jar), "evil.jar has an entry that leaves it: BOOT-INF/../../evil");
    }

    /** A class file says the version that it is for in its seventh and eighth byte. */
    @Test
    void anApplicationForANewerJava() throws IOException {
        byte[] classFile = ExtensionJarBuilder.bytes(CheckInputTest.class);
        classFile[7] = 99;
        Path jar = PackedApplication.with(folder.resolve("new.jar"), "app/Main.class", classFile);
        assertRefused(Terminal.heddle("check", jar), "new.jar is for Java 55 (app.Main) and this is Java ");
    }

    @Test
    void oneLibraryTwice() throws IOException {
        Path sdk = OrderProcess.TARGET.resolve("lib/temporal-sdk.jar");
        Path copy = Files.copy(sdk, folder.resolve("older-sdk.jar"));
        ForkedJvm.Result result =
                Terminal.heddle("check", "-cp", PackedApplication.classPath() + File.pathSeparator + copy);
        assertThat(result.output())
                .containsOnlyOnce("of which the first is taken; remove one of them")
                .contains(sdk + " and in " + copy);
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void aModulePathThatTheJvmRefuses() throws IOException {
        Path jar = PackedApplication.with(folder.resolve("module.jar"), "module-info.class", new byte[] {1, 2, 3});
        ForkedJvm.Result result = Terminal.heddle("check", "-p", jar);
        assertThat(result.output()).contains("has ended before it was done", "module-info");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void withoutAnythingItSaysWhatItTakes() {
        ForkedJvm.Result result = Terminal.heddle("check");
        assertThat(result.output()).contains("Name the application", "--class-path");
        assertThat(result.exitCode()).isEqualTo(2);
    }
}
