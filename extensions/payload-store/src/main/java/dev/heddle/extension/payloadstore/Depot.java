package dev.heddle.extension.payloadstore;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stores and fetches payloads, as protobuf writes them, on threads of its own and within a time, and sees that what comes
 * back is what was stored. All that goes wrong is a {@link StoreException}, counted and logged. Thread-safe.
 */
final class Depot implements AutoCloseable {
    private final ObjectStore store;
    private final Layout layout;
    private final StoreThreads threads;
    private final StoreMetrics metrics;
    private final Complaints complaints;
    private final RecentKeys stored = new RecentKeys(System::nanoTime);

    /**
     * How objects are named, and what is too much.
     *
     * @param driver the name of the store in references
     * @param prefix what keys begin with
     * @param most bytes of an object
     * @param timeout how long storing or fetching one may take
     */
    record Layout(String driver, String prefix, int most, Duration timeout) {}

    Depot(ObjectStore store, Layout layout, StoreThreads threads, StoreMetrics metrics, Complaints complaints) {
        this.store = store;
        this.layout = layout;
        this.threads = threads;
        this.metrics = metrics;
        this.complaints = complaints;
    }

    /** Whether a reference is to something here. */
    boolean keeps(Reference reference) {
        return layout.driver.equals(reference.driver());
    }

    /** The name of the store in references. */
    String driver() {
        return layout.driver;
    }

    /** Stores a payload, if need be. */
    CompletableFuture<Reference> store(byte[] payload) {
        String hash = ObjectKey.hash(payload);
        String key = ObjectKey.of(layout.prefix, hash);
        if (payload.length > layout.most) {
            return failed(
                    StoreMetrics.Operation.STORE,
                    "a payload of " + payload.length + " bytes is not stored, because max-size is " + layout.most
                            + "; send less",
                    null);
        }
        Map<String, String> claim = new HashMap<>(store.claims());
        claim.put(Reference.KEY, key);
        claim.put(Reference.HASH_ALGORITHM, Reference.SHA_256);
        claim.put(Reference.HASH_VALUE, hash);
        Reference reference = new Reference(layout.driver, Map.copyOf(claim));
        if (stored.has(key)) {
            return CompletableFuture.completedFuture(reference);
        }
        return run(StoreMetrics.Operation.STORE, key, () -> {
            store.put(key, payload);
            stored.add(key);
            metrics.bytes(StoreMetrics.Operation.STORE, payload.length);
            return reference;
        });
    }

    /** The payload that a reference is to. */
    CompletableFuture<byte[]> fetch(Reference reference) {
        String key = reference.key();
        String hash = reference.claim().get(Reference.HASH_VALUE);
        String fault = fault(reference, key, hash);
        if (fault != null) {
            return failed(
                    StoreMetrics.Operation.FETCH,
                    "the reference to the stored payload '" + ObjectKey.shown(key) + "' is not followed: " + fault,
                    null);
        }
        return run(StoreMetrics.Operation.FETCH, key, () -> {
            byte[] bytes = store.get(key, layout.most);
            if (bytes == null) {
                throw new IOException("there is no such object");
            }
            if (!ObjectKey.hash(bytes).equals(hash)) {
                throw new IOException("it is not what was stored, but " + bytes.length
                        + " bytes with another checksum: cut off, or overwritten");
            }
            metrics.bytes(StoreMetrics.Operation.FETCH, bytes.length);
            return bytes;
        });
    }

    /** Why a reference is not to be followed, or {@code null}. */
    private String fault(Reference reference, String key, String hash) {
        if (!keeps(reference)) {
            return "it is kept by '" + ObjectKey.shown(reference.driver()) + "', and here is '" + layout.driver + "'";
        }
        if (!Reference.SHA_256.equals(reference.claim().get(Reference.HASH_ALGORITHM))) {
            return "it has no SHA-256";
        }
        if (!ObjectKey.isOf(key, hash)) {
            return "its key is none";
        }
        for (Map.Entry<String, String> claim : store.claims().entrySet()) {
            String other = reference.claim().get(claim.getKey());
            if (!claim.getValue().equals(other)) {
                return "its " + claim.getKey() + " is '" + ObjectKey.shown(other) + "', and here is '"
                        + claim.getValue() + "'";
            }
        }
        return null;
    }

    /**
     * Waits for what is stored or fetched, of which a thread of a workflow may not be one who waits.
     *
     * @throws StoreException if it fails
     */
    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw (StoreException) failure.getCause();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while a payload was stored or fetched");
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> CompletableFuture<T> run(StoreMetrics.Operation operation, String key, Work<T> work) {
        long begin = System.nanoTime();
        Outcome<T> outcome = new Outcome<>(operation, key);
        try {
            threads.execute(layout.timeout, () -> work(work, outcome, begin), () -> outcome.late(layout.timeout));
        } catch (RejectedExecutionException closed) {
            outcome.failed("the extension is closed", null);
        }
        return outcome.future;
    }

    private <T> void work(Work<T> work, Outcome<T> outcome, long begin) {
        if (outcome.future.isDone()) {
            return;
        }
        try {
            outcome.succeeded(work.run(), System.nanoTime() - begin);
        } catch (IOException | RuntimeException failure) {
            outcome.failed(String.valueOf(failure.getMessage()), failure);
        } catch (Error failure) {
            outcome.failed(failure.toString(), failure);
            throw failure;
        }
    }

    /** What becomes of one payload: the first that is said of it, which is counted and logged before anybody hears of it. */
    private final class Outcome<T> {
        private final CompletableFuture<T> future = new CompletableFuture<>();
        private final AtomicBoolean decided = new AtomicBoolean();
        private final StoreMetrics.Operation operation;
        private final String key;

        Outcome(StoreMetrics.Operation operation, String key) {
            this.operation = operation;
            this.key = key;
        }

        void succeeded(T value, long nanos) {
            if (decided.compareAndSet(false, true)) {
                metrics.done(operation, nanos);
                future.complete(value);
            }
        }

        void late(Duration timeout) {
            failed("it takes more than " + timeout.toMillis() + " ms", null);
        }

        void failed(String why, Throwable cause) {
            if (decided.compareAndSet(false, true)) {
                StoreException failure = new StoreException(
                        "the payload '" + key + "' cannot be " + operation.words() + " " + store + ": "
                                + ObjectKey.shown(why),
                        cause);
                metrics.failed(operation);
                complaints.say(failure.getMessage());
                future.completeExceptionally(failure);
            }
        }
    }

    private <T> CompletableFuture<T> failed(StoreMetrics.Operation operation, String message, Throwable cause) {
        metrics.failed(operation);
        complaints.say(message);
        return CompletableFuture.failedFuture(new StoreException(message, cause));
    }

    @Override
    public void close() {
        threads.close();
        store.close();
    }
}
