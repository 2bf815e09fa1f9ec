package dev.heddle.benchmarks.start;

import io.temporal.testserver.TestServer;
import java.io.IOException;

/** Temporal's in-memory server, until its input ends: {@code TemporalServer PORT}. */
public final class TemporalServer {
    private TemporalServer() {}

    public static void main(String[] arguments) throws IOException {
        TestServer.createPortBoundServer(Integer.parseInt(arguments[0]));
        System.out.println("ready");
        System.in.read();
        Runtime.getRuntime().halt(0);
    }
}
