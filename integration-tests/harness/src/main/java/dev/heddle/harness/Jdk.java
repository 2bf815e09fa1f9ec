package dev.heddle.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The JDKs of this machine: the one that runs the tests, and those that are installed beside it. */
public final class Jdk {
    private static final Path HOME = Path.of(System.getProperty("java.home"));

    private Jdk() {}

    /** The home of a JDK of a feature version, or nothing where none is installed beside the one that runs the tests. */
    public static Optional<Path> home(int feature) {
        if (Runtime.version().feature() == feature) {
            return Optional.of(HOME);
        }
        try (Stream<Path> homes = Files.list(HOME.getParent())) {
            return homes.filter(home -> feature(home) == feature).sorted().findFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As the JDK's own {@code release} file says it, or 0 where there is none. */
    private static int feature(Path home) {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(release)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(release)) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.substring(line.indexOf('"') + 1, line.lastIndexOf('"')))
                    .map(version -> Runtime.Version.parse(version).feature())
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException unreadable) {
            return 0;
        }
    }
}
