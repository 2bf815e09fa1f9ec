package dev.heddle.agent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at a process before it is asked anything: the question alone would end one that is no JVM. */
final class Neighbour {
    private static final Path PROC = Path.of("/proc");

    private Neighbour() {}

    /** Refuses a process that there is not, that is another user's, in another container, or no JVM. */
    static void require(long pid) throws UnreachableException {
        ProcessHandle process = ProcessHandle.of(pid)
                .orElseThrow(() ->
                        new UnreachableException("there is no process " + pid + " here; jps lists the JVMs there are"));
        Optional<String> user = process.info().user();
        if (user.isPresent() && !user.equals(ProcessHandle.current().info().user())) {
            throw new UnreachableException("process " + pid + " is user " + user.get()
                    + "'s, who alone may ask it; put sudo -u " + user.get() + " before this command");
        }
        if (Files.isDirectory(PROC.resolve("self"))) {
            requireOfLinux(pid);
        }
    }

    private static void requireOfLinux(long pid) throws UnreachableException {
        Path process = PROC.resolve(String.valueOf(pid));
        try {
            if (!isSame("ns/mnt", process) || !isSame("ns/pid", process)) {
                throw new UnreachableException(
                        "process " + pid + " runs in another container; run this command inside of it");
            }
            try (Stream<String> mapped = Files.lines(process.resolve("maps"))) {
                if (mapped.noneMatch(line -> line.contains("libjvm"))) {
                    throw new UnreachableException("process " + pid + " is no JVM; jps lists those there are");
                }
            }
        } catch (IOException unreadable) {
            throw new UnreachableException("process " + pid + " cannot be looked at: " + unreadable);
        }
    }

    /** Whether a process sees the same part of the machine as this one: its files, its processes. */
    private static boolean isSame(String part, Path process) throws IOException {
        return Files.readSymbolicLink(process.resolve(part))
                .equals(Files.readSymbolicLink(PROC.resolve("self").resolve(part)));
    }
}
