package dev.heddle.realserver.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

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

    /**
     * Its path; it is built where it was not before. Where it cannot be the test is skipped, and a line says why.
     *
     * @param what stands for it in that line
     */
    Path orSkip(String what) throws InterruptedException {
        if (built()) {
            return cached();
        }
        Path go =
                Tool.onPath("go").orElseThrow(() -> new TestAbortedException("No " + what + ": go is not on the PATH"));
        System.out.println("Building " + this + " with Go, once; this takes minutes.");
        try {
            build(go);
            return cached();
        } catch (IOException failure) {
            String reason = "No " + what + ", so tests with one are skipped: " + failure.getMessage();
            System.out.println(reason);
            throw new TestAbortedException(reason);
        }
    }

    @Override
    public String toString() {
        return path + "@" + version;
    }
}
