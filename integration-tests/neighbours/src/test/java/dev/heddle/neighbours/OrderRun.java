package dev.heddle.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.harness.ForkedJvm;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the order application printed in one run, and what neighbours wrote in their logs. */
record OrderRun(String output, String logs) {
    private static final Pattern COMPLAINT =
            Pattern.compile("\\b(WARN|WARNING|ERROR|SEVERE|FATAL)\\b|Exception|Error:|^\\s+at ");

    /** What the SDK tells of its server from a thread of its own, if the application has not ended before. */
    private static final String NOW_AND_THEN = "HeartbeatManager - Server does not support";

    /** A customer's JVM, with the library that Mockito needs, and made for one short run on a busy machine. */
    static ForkedJvm jvm() {
        String mockito = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.matches(".*/byte-buddy[^/]*"))
                .collect(Collectors.joining(File.pathSeparator));
        return new ForkedJvm()
                .classPath(ForkedJvm.customerClassPath() + File.pathSeparator + mockito)
                .patience(Duration.ofMinutes(5))
                .option("-XX:+UseSerialGC")
                // A step of a workflow may take its time.
                .environment("TEMPORAL_DEBUG", "true");
    }

    /** Runs it in a JVM whose neighbours write their logs into a folder. */
    static OrderRun of(ForkedJvm jvm, Path folder, String... arguments) {
        String output = jvm.run(OrderDay.class.getName(), arguments).expectSuccess();
        try (Stream<Path> files = Files.list(folder)) {
            String logs = files.filter(file -> file.toString().endsWith(".log"))
                    .map(OrderRun::read)
                    .collect(Collectors.joining("\n"));
            return new OrderRun(output, logs);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The application's result. */
    List<String> report() {
        return output.lines().filter(line -> line.startsWith("report: ")).toList();
    }

    /** The intercepted calls. */
    Set<String> calls() {
        return output.lines()
                .filter(line -> line.startsWith(Recording.PREFIX))
                .map(line -> line.substring(Recording.PREFIX.length()))
                .collect(Collectors.toSet());
    }

    /** What anybody warns of, without what differs from run to run. */
    Set<String> complaints() {
        return Stream.concat(output.lines(), logs.lines())
                .filter(line -> COMPLAINT.matcher(line).find())
                .filter(line -> !line.contains(" INFO") && !line.contains(NOW_AND_THEN))
                .map(line -> line.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID")
                        .replaceAll("@[0-9a-f]+", "@0")
                        .replaceAll("[0-9]+", "0"))
                .collect(Collectors.toSet());
    }

    /** Expects the application's result and everybody's warnings to be those of a run without Heddle. */
    void assertLike(OrderRun without) {
        assertThat(report()).as(output).isNotEmpty().isEqualTo(without.report());
        assertThat(complaints()).as(output).isSubsetOf(without.complaints());
        assertThat(output).doesNotContain("ERROR heddle", "WARN heddle");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
