package dev.heddle.extension.payloadcodec;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads the keys again and again, on a thread of its own, so that no payload waits for it. What cannot be used, such as a
 * file that is half written, changes nothing: the keys that there were stay.
 */
final class KeyReloader implements Runnable, AutoCloseable {
    private final KeySource source;
    private final Encryption encryption;
    private final Consumer<String> tell;
    private final Consumer<String> warn;
    private final ScheduledExecutorService thread;
    private String said;

    KeyReloader(
            KeySource source, Encryption encryption, Duration interval, Consumer<String> tell, Consumer<String> warn) {
        this.source = source;
        this.encryption = encryption;
        this.tell = tell;
        this.warn = warn;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread reloader = new Thread(task, "heddle-payload-codec-keys");
            reloader.setDaemon(true);
            return reloader;
        });
        thread.scheduleWithFixedDelay(this, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
        String problem = null;
        try {
            KeyRing before = encryption.keys();
            KeyRing now = source.read();
            encryption.use(now);
            if (!now.ids().equals(before.ids())) {
                tell.accept("the keys are " + now + " now");
            }
        } catch (RuntimeException unfit) {
            problem = source + " " + unfit.getMessage();
        }
        if (problem != null && !Objects.equals(problem, said)) {
            warn.accept(problem + "; until then the keys stay those there were: " + encryption.keys());
        }
        said = problem;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
