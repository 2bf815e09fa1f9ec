package dev.heddle.extension.determinism;

import dev.heddle.api.Settings;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * What has been found, each place once: said in the log and written to the report by a thread of its own, for a workflow's
 * must not wait for a file, and its log is silent while it replays. Thread-safe.
 */
final class Findings implements AutoCloseable {
    /** Code that is generated anew again and again has new places again and again. */
    private static final int MOST = 1_000;

    private final System.Logger log;
    private final Path report;
    private final Map<Object, Finding> findings = new ConcurrentHashMap<>();
    private final LongAdder calls = new LongAdder();
    private final ThreadPoolExecutor writer =
            new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST + 1), Findings::thread);

    Findings(Settings settings) {
        log = settings.logger();
        String file = settings.get("report-file");
        report = file == null ? null : Path.of(file);
        writer.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "heddle-determinism");
        thread.setDaemon(true);
        return thread;
    }

    /** Counts a call at a place that is known. */
    void again() {
        calls.increment();
    }

    void add(Finding finding) {
        calls.increment();
        if (findings.size() < MOST && findings.putIfAbsent(finding.key(), finding) == null) {
            writer.execute(() -> tell(finding));
        }
    }

    private void tell(Finding finding) {
        log.log(Level.WARNING, finding.toString());
        write();
    }

    private void write() {
        if (report != null) {
            try {
                List<Finding> all = new ArrayList<>(findings.values());
                Path next = report.resolveSibling(report.getFileName() + ".next");
                Files.writeString(next, Sarif.of(all));
                Files.move(next, report, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException unwritable) {
                log.log(Level.WARNING, "no report: " + unwritable);
            }
        }
    }

    /** Says how many there were, and that there were none. */
    @Override
    public void close() {
        writer.execute(this::write);
        writer.shutdown();
        try {
            writer.awaitTermination(3, TimeUnit.SECONDS);
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
        }
        log.log(
                Level.INFO,
                findings.size() + (findings.size() == 1 ? " place" : " places")
                        + " where workflow code does what a replay would do differently, " + calls.sum() + " calls");
    }
}
