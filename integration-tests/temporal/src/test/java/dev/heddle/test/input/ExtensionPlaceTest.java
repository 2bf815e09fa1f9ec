package dev.heddle.test.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.heddle.harness.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places for extensions and settings that are not there or cannot be read. */
class ExtensionPlaceTest {
    @TempDir
    Path folder;

    @Test
    void eachGetsOneLine() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no JAR");
        Path bare = Files.createDirectory(folder.resolve("bare"));
        List<String> output =
                run("extensions=" + folder.resolve("nowhere") + "," + text + "," + bare, "nowhere.properties");
        assertThat(output)
                .containsExactly(
                        "WARN heddle - no extensions from " + folder
                                + "/nowhere: there is no such folder or JAR; create it or name another in heddle.extensions",
                        "WARN heddle - no extensions from " + bare
                                + ": the folder has no .jar file; copy the extensions' JARs there",
                        "ERROR heddle - extension " + text
                                + " is left out: it is not a readable JAR (zip END header not found); copy it again, and "
                                + "let this process read it",
                        "WARN heddle - heddle.config names nowhere.properties, whose settings are not used "
                                + "(nowhere.properties (No such file or directory)); name a properties or YAML file that this "
                                + "process can read");
    }

    @Test
    void noPlaceAtAllGetsOneLine() throws IOException {
        Path broken = Files.writeString(folder.resolve("heddle.properties"), "heddle.enabled=\\u00zz");
        assertThat(run("extensions=", broken.toString()))
                .containsExactly(
                        "WARN heddle - no extensions: heddle.extensions is empty; name JARs or folders in it, separated by "
                                + "commas",
                        "WARN heddle - heddle.config names " + broken
                                + ", whose settings are not used (Malformed \\uxxxx encoding.); name a properties or YAML file that "
                                + "this process can read");
    }

    @Test
    void whatIsNoFileIsNotOpened() throws IOException {
        assertThat(run("extensions=/dev/zero", "/dev/zero"))
                .containsExactly(
                        "ERROR heddle - extension /dev/zero is left out: it is no regular file; replace it by a JAR, or "
                                + "remove it",
                        "WARN heddle - heddle.config names /dev/zero, whose settings are not used because it is no "
                                + "regular file; name a properties or YAML file that this process can read");
    }

    @Test
    void aFolderThatMayNotBeReadGetsOneLine() throws IOException {
        Path secret = Files.createDirectory(folder.resolve("secret"));
        assumeThat(secret.toFile().setReadable(false) && !Files.isReadable(secret))
                .as("root may read every folder")
                .isTrue();
        assertThat(run("extensions=" + secret, ""))
                .contains("ERROR heddle - no extensions from " + secret
                        + ": this process may not read the folder; give it the right to");
    }

    /** The lines of the agent's log without their time, of an application that works. */
    private static List<String> run(String argument, String config) {
        List<String> output = ForkedJvm.ofCustomer()
                .agent(argument)
                .option("-Dheddle.config=" + config)
                .run(ClientOptions.class.getName())
                .expectSuccess()
                .lines()
                .toList();
        assertThat(output).contains("application: interceptors 0");
        return output.stream()
                .filter(line -> line.contains("heddle - "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }
}
