package dev.heddle.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.heddle.harness.ForkedJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a command and a JVM meet is a folder that somebody else may have made, or that cannot be made: a line says so. */
class MeetingPlaceTest {
    @TempDir
    static Path folder;

    private static Path temporary;
    private static Orders orders;
    private static Path place;

    @BeforeAll
    static void start() throws IOException {
        temporary = Files.createDirectory(folder.resolve("tmp"));
        orders = Orders.start(
                new ForkedJvm().option("-Djava.io.tmpdir=" + temporary),
                Files.createDirectory(folder.resolve("extensions")),
                "context-propagation");
        place = temporary.resolve("heddle-" + orders.worker().pid());
    }

    @AfterAll
    static void end() throws IOException {
        orders.close();
    }

    @AfterEach
    void remove() throws IOException {
        Files.deleteIfExists(place);
        assertThat(Terminal.heddle("status", orders.worker().pid()).expectSuccess())
                .as("the JVM answers as before")
                .contains("context-propagation");
    }

    private static void assertRefused(String reason) {
        for (String command : new String[] {"status", "detach"}) {
            ForkedJvm.Result result = Terminal.heddle(command, orders.worker().pid());
            assertThat(result.output().lines()).singleElement().asString().contains(reason);
            assertThat(result.exitCode()).isEqualTo(3);
        }
    }

    @Test
    void oneThatOthersCanEnter() throws IOException {
        Files.createDirectory(place);
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertRefused(place + " is not what only this user can enter; remove it");
    }

    @Test
    void oneOfAnotherUsers() throws Exception {
        Files.createDirectory(place);
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
        assumeThat(command("chown", "65534", place.toString()))
                .as("only root may give a folder away")
                .isZero();
        assertRefused(place + " is not what only this user can enter; remove it");
    }

    @Test
    void aLink() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(place, elsewhere);
        assertRefused(place.toString());
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aFile() throws IOException {
        Files.writeString(place, "a file");
        assertRefused(place.toString());
        assertThat(place).hasContent("a file");
    }

    @Test
    void aFileSystemThatIsFullOrReadOnly() throws Exception {
        for (String options : new String[] {"ro", "nr_inodes=1"}) {
            assumeThat(command("mount", "-t", "tmpfs", "-o", options, "tmpfs", temporary.toString()))
                    .as("only root can mount, where that is allowed")
                    .isZero();
            try {
                assertRefused(
                        "java.io.tmpdir of that JVM takes no folder (java.nio.file.FileSystemException: " + place);
            } finally {
                command("umount", temporary.toString());
            }
        }
    }

    private static int command(String... words) throws Exception {
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
