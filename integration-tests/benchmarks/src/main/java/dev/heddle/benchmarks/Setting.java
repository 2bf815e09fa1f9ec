package dev.heddle.benchmarks;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where a run finds and leaves its files, and how thorough it is.
 *
 * @param repository its root
 */
public record Setting(Path repository, Form form) {
    /** The agent as it ships. */
    public Path agent() {
        return repository.resolve("agent/target/heddle-agent.jar");
    }

    /** Where everything goes that a run writes. */
    public Path folder() {
        return repository.resolve("integration-tests/target/benchmarks");
    }

    /** Another project's agent, whose file has its version in its name. */
    public Path peer(String name) throws IOException {
        Path folder = repository.resolve("integration-tests/benchmarks/target/peers");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow(() -> new FileNotFoundException(name + " in " + folder));
        }
    }

    public Path springBootApplication() {
        return repository.resolve(
                "integration-tests/containers/spring-boot-application/target/spring-boot-application.jar");
    }

    /** The JVM's option that brings Heddle with the extensions of a folder. */
    public String heddle(Path extensions) {
        return "-javaagent:" + agent() + "=extensions=" + extensions;
    }

    /** A port of this machine that nobody uses yet. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
