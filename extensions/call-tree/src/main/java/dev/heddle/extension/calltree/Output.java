package dev.heddle.extension.calltree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Prints pages: on a thread of its own, and when the JVM exits. */
final class Output implements Runnable {
    private final Tree tree;
    /** The file, or {@code null} for {@code System.err}. */
    private final Path file;

    private Output(Tree tree, Path file) {
        this.tree = tree;
        this.file = file;
    }

    /**
     * Starts printing.
     *
     * @param file the file's name, empty for {@code System.err}
     * @param every how often, besides at the exit; zero for never
     */
    static void start(Tree tree, String file, Duration every) throws IOException {
        Output output = new Output(tree, file.isEmpty() ? null : Path.of(file));
        if (output.file != null) {
            // Fails now, where somebody is told.
            output.append("");
        }
        if (!every.isZero()) {
            ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Output::thread);
            clock.scheduleAtFixedRate(output, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
        }
        Runtime.getRuntime().addShutdownHook(thread(output));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "heddle-call-tree");
        thread.setDaemon(true);
        return thread;
    }

    /** Prints a page, if there is anything new. */
    @Override
    public synchronized void run() {
        tree.page().map(page -> page.text(ProcessHandle.current().pid())).ifPresent(this::print);
    }

    private void print(String text) {
        try {
            append(text);
        } catch (IOException gone) {
            System.err.print(gone + "\n" + text);
        }
    }

    private void append(String text) throws IOException {
        if (file == null) {
            System.err.print(text);
        } else {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
