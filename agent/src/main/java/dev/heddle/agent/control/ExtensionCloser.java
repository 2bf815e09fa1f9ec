package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.OpenExtension;
import dev.heddle.agent.log.AgentLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/** Closes extensions side by side, each on a thread of its own: one that hangs keeps no other and nobody for long. */
final class ExtensionCloser implements Runnable {
    private static final Logger LOG = AgentLog.get();
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final OpenExtension extension;

    private ExtensionCloser(OpenExtension extension) {
        this.extension = extension;
    }

    /** Closes those that have not been, and waits for them until the limit is over. */
    static void close(List<OpenExtension> extensions) {
        List<ExtensionCloser> closers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (OpenExtension extension : extensions) {
            if (extension.claimClose()) {
                ExtensionCloser closer = new ExtensionCloser(extension);
                Thread thread = AgentThread.of("heddle-close-" + extension.jar().name(), closer);
                thread.setContextClassLoader(extension.loader());
                thread.start();
                closers.add(closer);
                threads.add(thread);
            }
        }
        long end = System.nanoTime() + LIMIT.toNanos();
        for (int i = 0; i < threads.size(); i++) {
            closers.get(i).await(threads.get(i), end);
        }
    }

    @Override
    public void run() {
        try {
            extension.close();
        } catch (Throwable failure) {
            LOG.error("extension {} failed to close", extension.jar().title(), failure);
        }
    }

    private void await(Thread thread, long end) {
        try {
            // At least a millisecond, for zero would be for ever.
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn(
                    "extension {} has not closed within {} s and is left to itself, {}",
                    extension.jar().title(),
                    LIMIT.toSeconds(),
                    ThreadPlace.of(thread));
        }
    }
}
