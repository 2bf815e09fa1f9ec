package dev.heddle.extension.calltree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    /** Of how many bytes a file may be before it is put aside. */
    private final long largest;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Output::thread);

    private Output(Tree tree, String file, String trace, long largest) {
        this.tree = tree;
        this.file = file;
        this.trace = trace;
        this.largest = largest;
    }

    /**
     * Starts printing.
     *
     * @param file the name of the file for pages, empty for {@code System.err}
     * @param trace the name of the file for traces, empty for none
     * @param largest of how many bytes a file may be before it is put aside
     * @param every how often, besides at the end; zero for never
     */
    static Output start(Tree tree, String file, String trace, long largest, Duration every) throws IOException {
        Output output = new Output(tree, file, trace, largest);
        // Fails now, where somebody is told.
        output.append(file, "");
        output.append(trace, "");
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
        String text = page.text("process " + ProcessHandle.current().pid() + " until "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS));
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

    /** Adds to a file, once it has been put aside if it is large. */
    private void append(String file, String text) throws IOException {
        if (!file.isEmpty()) {
            Path path = Path.of(file);
            if (Files.isRegularFile(path) && Files.size(path) > largest) {
                Files.move(path, Path.of(file + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
