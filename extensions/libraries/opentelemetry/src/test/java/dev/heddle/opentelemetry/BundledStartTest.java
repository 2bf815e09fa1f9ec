package dev.heddle.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whoever is the first to need the bundled SDK does not wait for its start. */
class BundledStartTest {
    private final CompletableFuture<String> startedBy = new CompletableFuture<>();

    /** Takes down which thread says that the SDK has started, or that it cannot. */
    private final System.Logger log = new System.Logger() {
        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            startedBy.complete(Thread.currentThread().getName());
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            startedBy.complete(Thread.currentThread().getName());
        }
    };

    @Test
    void itStartsOnAThreadOfItsOwn() throws Exception {
        BundledStart start = new BundledStart(log);
        try {
            CompletableFuture<Void> before = new CompletableFuture<>();
            // It cannot start before this is done, and nobody waits for it.
            start.later(before::join);
            start.begin();
            assertThat(start.started()).isNull();
            assertThat(startedBy).isNotDone();
            before.complete(null);
            assertThat(startedBy.get(1, TimeUnit.MINUTES)).isEqualTo("heddle-opentelemetry");
        } finally {
            start.close();
            start.awaitEnd();
        }
        assertThat(start.started()).isNotNull();
    }
}
