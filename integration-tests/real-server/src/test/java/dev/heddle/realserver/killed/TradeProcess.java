package dev.heddle.realserver.killed;

import dev.heddle.harness.ForkedJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process of the trade, and what it prints. */
final class TradeProcess implements AutoCloseable {
    private final Process process;
    private final CompletableFuture<Integer> ended;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final StringBuffer printed = new StringBuffer();

    TradeProcess(Process process) {
        this.process = process;
        this.ended = process.onExit().thenApply(Process::exitValue);
        Thread reader = new Thread(this::read, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader output = ForkedJvm.outputOf(process)) {
            for (String line; (line = output.readLine()) != null; ) {
                printed.append(line).append('\n');
                if (line.equals("ready")) {
                    ready.complete(null);
                }
            }
        } catch (IOException killed) {
            // Then that is all.
        }
    }

    /** Done when it stands by. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Ends its standing by. */
    void go() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** With its exit code. */
    CompletableFuture<Integer> ended() {
        return ended;
    }

    /** Has a worker stop as it should, which exports what it has. */
    void finish() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        return "process " + process.pid() + " has printed:\n" + printed;
    }
}
