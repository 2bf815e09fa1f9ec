package dev.heddle.realserver.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program that the ordinary Go client builds from the module proxy, kept in the user's cache folder.
 *
 * @param path its package
 * @param version of its module
 */
record GoProgram(String path, String version) {
    private static final Duration LIMIT = Duration.ofHours(1);

    /** Whether it was built before. */
    boolean built() {
        return Files.isExecutable(cached());
    }

    /** Where it is when it is built. */
    Path cached() {
        return cacheFolder().resolve("heddle").resolve(name() + "-" + version).resolve(name());
    }

    private String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Path cacheFolder() {
        String chosen = System.getenv("XDG_CACHE_HOME");
        return chosen == null || chosen.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(chosen);
    }

    /**
     * Builds it, which takes minutes.
     *
     * @throws IOException if Go cannot, with the last line that it said
     */
    void build(Path go) throws IOException, InterruptedException {
        Files.createDirectories(cached().getParent());
        // Built aside and moved: a program that is there is complete.
        Path folder = Files.createTempDirectory(cached().getParent(), "building");
        try {
            Tool.run(
                    folder,
                    Map.of("GOBIN", folder.toString()),
                    LIMIT,
                    List.of(go.toString(), "install", path + "@" + version));
            Files.move(folder.resolve(name()), cached(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(folder.resolve(name()));
            Files.deleteIfExists(folder);
        }
    }

    @Override
    public String toString() {
        return path + "@" + version;
    }
}
