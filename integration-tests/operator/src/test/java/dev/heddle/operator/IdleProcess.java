package dev.heddle.operator;

import dev.heddle.harness.ForkedJvm;
import java.io.BufferedReader;
import java.io.IOException;

/** A JVM that runs and does nothing. */
final class IdleProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    /** Starts it, with whatever options. */
    IdleProcess(ForkedJvm jvm) throws IOException {
        process = jvm.start(Idle.class.getName());
        output = ForkedJvm.outputOf(process);
        ForkedJvm.await(output, "idle");
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}
