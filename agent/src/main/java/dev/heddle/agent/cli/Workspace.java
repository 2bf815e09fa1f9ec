package dev.heddle.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder of a command's own, which is gone when the command has ended, however. */
final class Workspace {
    private Workspace() {}

    static Path make() throws IOException {
        Path folder = Files.createTempDirectory("heddle-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return folder;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException inUse) {
            // It lies among temporary files.
        }
    }
}
