package dev.heddle.realserver.peers;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.realserver.server.TemporalServer;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A process with a worker of one language, on a task queue of its own, which is a client too. What it prints is in the
 * message of each failure.
 */
final class Peer implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(4);
    private static final String VISITED = "visited ";

    /**
     * A visit that is over.
     *
     * @param id of the workflow
     * @param seen what has been noted, as {@code place=user}
     */
    record Visited(String id, List<String> seen) {}

    private final String language;
    private final String queue;
    private final Process process;
    private final BufferedWriter input;
    private final List<String> printed = new ArrayList<>();
    private int read;
    private boolean ended;
    private boolean ready;

    /**
     * One that has just been started.
     *
     * @param language what the types of its workflows begin with
     * @param queue which its worker listens to
     */
    Peer(String language, String queue, Process process) {
        this.language = language;
        this.queue = queue;
        this.process = process;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::readAll, "output of " + language);
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll() {
        try (BufferedReader output = ForkedJvm.outputOf(process)) {
            for (String line; (line = output.readLine()) != null; ) {
                add(line, false);
            }
        } catch (IOException gone) {
            // It has been killed.
        }
        add("(the process has ended)", true);
    }

    private synchronized void add(String line, boolean last) {
        printed.add(line);
        ended |= last;
        notifyAll();
    }

    /**
     * Has it visit a workflow of another one: it starts that, for a user, and changes, asks and tells it something for a second one.
     *
     * @return what all that has been there has noted
     */
    Visited visit(Peer host, String user, String other) throws IOException, InterruptedException {
        return visit(host, "Visit", user, other);
    }

    /** The same with another kind of workflow. */
    Visited visit(Peer host, String kind, String user, String other) throws IOException, InterruptedException {
        host.awaitReady();
        awaitReady();
        String id = "visit-" + UUID.randomUUID();
        return new Visited(id, ask(host.language + kind, host.queue, id, user, other, language, queue));
    }

    /**
     * Has it make a schedule for a user, which starts an errand of another one to its own counter.
     *
     * @return what all that has been there has noted
     */
    List<String> plan(Peer host, TemporalServer server, String user) throws IOException, InterruptedException {
        host.awaitReady();
        awaitReady();
        String counter = server.createEndpoint(TemporalServer.NAMESPACE, queue);
        return ask("plan", host.language + "Errand", host.queue, "plan-" + UUID.randomUUID(), user, counter);
    }

    private List<String> ask(String... words) throws IOException, InterruptedException {
        input.write(String.join(" ", words));
        input.newLine();
        input.flush();
        return List.of(await(VISITED).substring(VISITED.length()).split(" "));
    }

    private void awaitReady() throws InterruptedException {
        if (!ready) {
            await("ready");
            ready = true;
        }
    }

    /** The task queue of its worker, by which it is known. */
    String queue() {
        return queue;
    }

    /** Waits for a line. */
    synchronized String await(String beginning) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            for (; read < printed.size(); read++) {
                if (printed.get(read).startsWith(beginning)) {
                    return printed.get(read++);
                }
            }
            if (ended || System.nanoTime() > end) {
                throw new AssertionError(this + " does not print '" + beginning + "'");
            }
            TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
        }
    }

    /** What it has printed. */
    @Override
    public synchronized String toString() {
        return "The peer of " + language + " has printed:\n" + String.join("\n", printed);
    }

    @Override
    public void close() {
        try {
            input.close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
