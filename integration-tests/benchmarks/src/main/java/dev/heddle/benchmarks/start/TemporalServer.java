package dev.heddle.benchmarks.start;

import dev.heddle.benchmarks.Launch;
import dev.heddle.benchmarks.Setting;
import io.temporal.testserver.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/** Temporal's in-memory server in a JVM of its own, without time skipping, until it is closed. */
public final class TemporalServer implements AutoCloseable {
    private final int port;
    private final Process process;

    private TemporalServer(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    public static TemporalServer start() throws IOException {
        int port = Setting.freePort();
        Process process = new ProcessBuilder(Launch.command(List.of(), TemporalServer.class, String.valueOf(port)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader();
        if (output.readLine() == null) {
            throw new IOException("Temporal's in-memory server has not started");
        }
        return new TemporalServer(port, process);
    }

    public int port() {
        return port;
    }

    /** In that JVM: {@code TemporalServer PORT}, until its input ends. */
    public static void main(String[] arguments) throws IOException {
        TestServer.createPortBoundServer(Integer.parseInt(arguments[0]));
        System.out.println("ready");
        System.in.read();
        Runtime.getRuntime().halt(0);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
