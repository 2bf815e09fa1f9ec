package dev.heddle.realserver.peers;

import dev.heddle.realserver.server.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A project of Node in a folder of its own, for packages are looked for where the sources are.
 *
 * @param sources with a {@code package-lock.json}
 * @param folder where it is copied
 */
record NodeProject(Path sources, Path folder) {
    private static final String LOCK = "package-lock.json";

    /**
     * Copies it and has npm install its packages, unless they are there.
     *
     * @throws IOException if they cannot be had, with the reason in a line
     */
    void install(Path npm) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean installed = isInstalled();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!installed) {
            Tool.run(
                    folder,
                    // Without a network this is to be known soon.
                    Map.of("npm_config_fetch_retries", "0", "npm_config_fetch_timeout", "20000"),
                    Duration.ofMinutes(5),
                    List.of(
                            npm.toString(),
                            "ci",
                            "--engine-strict",
                            "--ignore-scripts",
                            "--no-audit",
                            "--no-fund",
                            "--loglevel=error"));
        }
    }

    /** By what npm itself leaves when it is through. */
    private boolean isInstalled() throws IOException {
        Path before = folder.resolve(LOCK);
        return Files.isRegularFile(folder.resolve("node_modules/.package-lock.json"))
                && Files.isRegularFile(before)
                && Files.mismatch(before, sources.resolve(LOCK)) < 0;
    }
}
