package dev.heddle.test.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The folder of extensions and the configuration file change by themselves, and Heddle follows. */
class FollowingTest extends LiveTesting {
    @Test
    void theFolderAndTheFileAreFollowed() throws IOException {
        jar("spare/audit-2.jar", "two", "");
        jar("spare/trace.jar", "trace", "");
        Path config = Files.writeString(folder.resolve("heddle.properties"), "heddle.watch=true");
        options.add("-Dheddle.config=" + config);
        assertThat(obey(
                        "call",
                        "overwrite audit-2.jar audit.jar",
                        "until two",
                        "half trace.jar trace.jar",
                        "until two+trace",
                        "configure extension.audit.times=2",
                        "until twoxx+trace",
                        "delete trace.jar",
                        "until twoxx"))
                .containsExactly(
                        "marks: one",
                        "marks: two",
                        "marks: two",
                        "marks: two trace",
                        "marks: twoxx trace",
                        "marks: twoxx");
        assertThat(log).doesNotContain("ERROR heddle");
    }

    @Test
    void aLinkThatLeadsElsewhereIsFollowed() throws IOException {
        Files.delete(folder.resolve("live/audit.jar"));
        jar("live/..v1/audit.jar", "one", "");
        jar("live/..v2/audit.jar", "two", "");
        Files.createSymbolicLink(folder.resolve("live/..data"), Path.of("..v1"));
        Files.createSymbolicLink(folder.resolve("live/audit.jar"), Path.of("..data/audit.jar"));
        options.add("-Dheddle.watch=true");
        assertThat(obey("call", "swap ..v2", "until two")).containsExactly("marks: one", "marks: two");
    }

    @Test
    void aConfigurationWhoseLinkLeadsElsewhereIsFollowed() throws IOException {
        for (String version : List.of("..v1", "..v2")) {
            Files.createDirectory(folder.resolve("live").resolve(version));
            Files.writeString(
                    folder.resolve("live").resolve(version).resolve("heddle.properties"),
                    "heddle.watch=true\n" + (version.equals("..v1") ? "" : "heddle.extension.audit.times=2"));
        }
        Files.createSymbolicLink(folder.resolve("live/..data"), Path.of("..v1"));
        Path config =
                Files.createSymbolicLink(folder.resolve("live/heddle.properties"), Path.of("..data/heddle.properties"));
        options.add("-Dheddle.config=" + config);
        assertThat(obey("call", "swap ..v2", "until onexx")).containsExactly("marks: one", "marks: onexx");
        assertThat(log).doesNotContain("ERROR heddle", "WARN heddle");
    }
}
