package dev.heddle.extension.calltree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Prints pages: on a thread of its own, and when the extension is closed. */
final class Output implements Runnable, AutoCloseable {
    private final Tree tree;
    /** The file for pages, empty for {@code System.err}. */
    private final String file;
    /** The file for traces, empty for none. */
    private final String trace;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Output::thread);

    private Output(Tree tree, String file, String trace) {
        this.tree = tree;
        this.file = file;
        this.trace = trace;
    }

    /**
     * Starts printing.
     *
     * @param file the name of the file for pages, empty for {@code System.err}
     * @param trace the name of the file for traces, empty for none
     * @param every how often, besides at the end; zero for never
     */
    static Output start(Tree tree, String file, String trace, Duration every) throws IOException {
        Output output = new Output(tree, file, trace);
        // Fails now, where somebody is told.
        append(file, "");
        append(trace, "");
        if (!every.isZero()) {
            output.clock.scheduleAtFixedRate(output, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
        }
        return output;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "heddle-call-tree");
        thread.setDaemon(true);
        return thread;
    }

    /** Prints a page, if there is anything new. */
    @Override
    public synchronized void run() {
        tree.page().ifPresent(this::print);
    }

    /** Prints the last page. */
    @Override
    public void close() {
        clock.shutdown();
        run();
    }

    private void print(Page page) {
        String text = page.text("process " + ProcessHandle.current().pid());
        if (file.isEmpty()) {
            System.err.print(text);
        }
        try {
            append(file, text);
            append(trace, Trace.lines(page));
        } catch (IOException gone) {
            System.err.print(gone + "\n" + text);
        }
    }

    private static void append(String file, String text) throws IOException {
        if (!file.isEmpty()) {
            Files.writeString(Path.of(file), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
