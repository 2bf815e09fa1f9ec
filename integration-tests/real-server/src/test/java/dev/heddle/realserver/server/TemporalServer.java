package dev.heddle.realserver.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A Temporal server in a process of its own, with two namespaces and the order application's Nexus endpoint. It stops
 * when it is closed, and also when this JVM is gone, however that ended. Thread-safe.
 */
public final class TemporalServer implements AutoCloseable {
    public static final String NAMESPACE = "default";
    public static final String OTHER_NAMESPACE = "other";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Runs its arguments as a command, until that ends or until nobody holds the other end of the input any more. */
    private static final String UNTIL_END_OF_INPUT = """
            "$@" </dev/null & server=$!
            exec 3<&0
            { cat <&3; kill $server; } >/dev/null 2>&1 &
            wait $server
            """;

    private final Process process;
    private final String address;

    private TemporalServer(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts one; its log goes into the folder.
     *
     * @throws IOException if it does not come up, with its log
     */
    static TemporalServer start(ServerProgram program, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path log = folder.resolve("server.log");
        int port = FreePort.some(1).get(0);
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", UNTIL_END_OF_INPUT, "sh"));
        words.addAll(program.startCommand(port, folder));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        TemporalServer server = new TemporalServer(process, "127.0.0.1:" + port);
        try (Operator operator = new Operator(server.address)) {
            operator.await(process::isAlive, PATIENCE);
            operator.prepare();
        } catch (RuntimeException failure) {
            server.close();
            throw new IOException(program.program() + " does not serve:\n" + Files.readString(log), failure);
        }
        return server;
    }

    /** Where clients find it, as {@code host:port}. */
    public String address() {
        return address;
    }

    /** Makes a task queue known to the other namespaces, under the name of the endpoint that is returned. */
    public String createEndpoint(String namespace, String taskQueue) {
        String name = "endpoint-" + UUID.randomUUID();
        try (Operator operator = new Operator(address)) {
            operator.createEndpoint(name, namespace, taskQueue);
        }
        return name;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
            }
        } catch (IOException | InterruptedException failure) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
        }
    }
}
