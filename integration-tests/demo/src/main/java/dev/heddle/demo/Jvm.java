package dev.heddle.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A process that is told to stop by the end of its input. Its errors and logs go to a file. */
final class Jvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final Path log;

    private Jvm(Process process, Path log) {
        this.process = process;
        this.output = process.inputReader();
        this.log = log;
    }

    static Jvm start(Path folder, Command command, Path log) throws IOException {
        return new Jvm(
                new ProcessBuilder(command.words())
                        .directory(folder.toFile())
                        .redirectError(log.toFile())
                        .start(),
                log);
    }

    /** Its process ID. */
    String pid() {
        return String.valueOf(process.pid());
    }

    /** Waits until it prints a line. */
    Jvm await(String line) throws IOException {
        for (String printed = output.readLine(); !line.equals(printed); printed = output.readLine()) {
            if (printed == null) {
                throw new IOException("a process has ended too early, see " + log);
            }
        }
        return this;
    }

    /** Waits until it has ended well and returns what it printed. */
    String result() throws IOException {
        String printed = output.lines().map(line -> line + "\n").collect(Collectors.joining());
        close();
        if (process.exitValue() != 0) {
            throw new IOException("a process has failed, see " + log);
        }
        return printed;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new IOException("a process does not stop, see " + log);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
