package dev.heddle.operator;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A process of the order application, which ends with its input. */
final class OrderProcess implements AutoCloseable {
    static final Path TARGET = Repository.file("integration-tests/order-application/target");

    /** The SDK gives a server five seconds for its first answer, and a busy machine may need more. */
    private static final int ATTEMPTS = 10;

    /** The whole application. */
    static final String CLASS_PATH =
            TARGET.resolve("order-application.jar") + File.pathSeparator + TARGET.resolve("lib/*");

    private final Process process;
    private final BufferedReader output;
    /** What it printed until it was ready. */
    private final String beginning;

    private OrderProcess(Process process, String ready) throws IOException {
        this.process = process;
        this.output = ForkedJvm.outputOf(process);
        this.beginning = ForkedJvm.await(output, ready);
    }

    /** Starts one of the application's programs, and waits until it says that it is ready. */
    static OrderProcess start(ForkedJvm jvm, String mainClass, String ready, String... arguments) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return new OrderProcess(jvm.classPath(CLASS_PATH).start(mainClass, arguments), ready);
            } catch (AssertionError ended) {
                if (attempt == ATTEMPTS || !ended.getMessage().contains("DEADLINE_EXCEEDED")) {
                    throw ended;
                }
            }
        }
    }

    long pid() {
        return process.pid();
    }

    /** Reads on until it has printed something, and says all that it has printed meanwhile. */
    String await(String text) throws IOException {
        return ForkedJvm.await(output, text);
    }

    /** Ends one that would not end by itself. */
    void kill() {
        process.destroyForcibly();
    }

    /** Ends it and says what it has printed, from its start. */
    String end() throws IOException {
        process.getOutputStream().close();
        StringBuilder printed = new StringBuilder(beginning);
        output.lines().forEach(line -> printed.append(line).append('\n'));
        return printed.toString();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
