package dev.heddle.soak;

import dev.heddle.harness.ForkedJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;

/** Temporal's in-memory server in a JVM of its own, where it keeps all histories, and skips no time. */
public record TemporalServer(Process process, String address) implements AutoCloseable {
    /** Starts it, and waits until it is ready. */
    public static TemporalServer start() throws IOException {
        int port = freePort();
        Process process = ForkedJvm.ofCustomer().start("orders.Server", String.valueOf(port));
        BufferedReader output = ForkedJvm.outputOf(process);
        ForkedJvm.await(output, "server ready");
        // So that it never waits for a reader.
        Thread reader = new Thread(() -> output.lines().forEach(line -> {}), "output of the server");
        reader.setDaemon(true);
        reader.start();
        return new TemporalServer(process, "127.0.0.1:" + port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
