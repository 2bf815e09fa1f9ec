package dev.heddle.realserver.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs of this machine that tests do not have themselves. */
public final class Tool {
    private Tool() {}

    /** A program by its path, or by its name in a folder of the PATH. */
    public static Optional<Path> onPath(String name) {
        Stream<Path> places = name.contains(File.separator)
                ? Stream.of(Path.of(name))
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name));
        return places.filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .map(Path::toAbsolutePath)
                .findFirst();
    }

    /**
     * Runs a command to its end, in a folder, with these variables more than there are.
     *
     * @throws IOException if it does not end in time or not well, with its first words and the line in which it has said why
     */
    public static void run(Path folder, Map<String, String> variables, Duration limit, List<String> command)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("tool", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(named(command) + " takes more than " + limit.toSeconds() + " seconds");
            }
            if (process.exitValue() != 0) {
                throw new IOException(named(command) + ": " + reason(log));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.deleteIfExists(log);
        }
    }

    private static String named(List<String> command) {
        return Path.of(command.get(0)).getFileName()
                + command.stream().skip(1).limit(3).map(word -> " " + word).collect(Collectors.joining());
    }

    /** The last line; npm's is the first, which it goes on to explain. */
    private static String reason(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log).stream()
                .filter(line -> !line.isBlank())
                .map(String::strip)
                .toList();
        return lines.stream()
                .filter(line -> line.startsWith("npm error code"))
                .findFirst()
                .orElseGet(() -> lines.isEmpty() ? "no reason given" : lines.get(lines.size() - 1));
    }
}
