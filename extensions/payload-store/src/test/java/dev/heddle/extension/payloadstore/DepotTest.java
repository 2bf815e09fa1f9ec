package dev.heddle.extension.payloadstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.testing.temporal.FakePayload;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a store, or who makes references, may do wrong. */
class DepotTest {
    private static final byte[] BYTES = "what is secret".getBytes(UTF_8);
    private static final String KEY = ObjectKey.of("", ObjectKey.hash(BYTES));

    private final MemoryStore store = new MemoryStore();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private Depot depot = depot(Duration.ofMinutes(1));

    private Depot depot(Duration timeout) {
        return new Depot(
                store,
                new Depot.Layout("ours", "", 1_000, timeout),
                new StoreThreads(2),
                new StoreMetrics("ours", (instrument, attributes) -> value -> {}),
                new Complaints(log::add, System::nanoTime));
    }

    @AfterEach
    void close() {
        end.countDown();
        depot.close();
    }

    private Reference stored() {
        return Depot.await(depot.store(BYTES));
    }

    private AbstractThrowableAssert<?, ?> assertNotFetched(Reference reference) {
        return assertThatThrownBy(() -> Depot.await(depot.fetch(reference)))
                .isInstanceOf(StoreException.class)
                .satisfies(failure -> assertThat(log).containsExactly(failure.getMessage()))
                .hasMessageNotContaining("secret");
    }

    private static Reference with(Reference reference, String claim, String value) {
        Map<String, String> claims = new HashMap<>(reference.claim());
        if (value == null) {
            claims.remove(claim);
        } else {
            claims.put(claim, value);
        }
        return new Reference(reference.driver(), claims);
    }

    @Test
    void whatIsStoredIsFetched() {
        Reference reference = stored();
        assertThat(reference.driver()).isEqualTo("ours");
        assertThat(reference.claim())
                .isEqualTo(Map.of("key", KEY, "hash_algorithm", "sha256", "hash_value", ObjectKey.hash(BYTES)));
        assertThat(Depot.await(depot.fetch(reference))).isEqualTo(BYTES);
        assertThat(log).isEmpty();
    }

    /** As in a history from a file, which no call has fetched. */
    @Test
    void aReferenceThatIsReadIsFollowed() {
        StoredAhead codec = new StoredAhead();
        codec.open(new StoredAhead.Open(depot, 10, 1_000));
        FakePayload payload = FakePayload.json("\"what is large\"");
        Reference reference = Depot.await(depot.store(payload.toByteArray()));
        FakePayload referring = new FakePayload(ReferencePayload.of(reference, payload.size()));
        assertThat(codec.decode(referring)).isEqualTo(payload);
        assertThat(codec.decode(payload)).isSameAs(payload);
        store.objects.clear();
        assertThatThrownBy(() -> codec.decode(referring)).hasMessageContaining("there is no such object");
        FakePayload theirs = new FakePayload(ReferencePayload.of(new Reference("theirs", Map.of()), payload.size()));
        assertThatThrownBy(() -> codec.decode(theirs)).hasMessageContaining("it is kept by 'theirs'");
    }

    @Test
    void theSameIsStoredOnce() {
        stored();
        store.beforePut = key -> {
            throw new IOException("again");
        };
        assertThat(stored().key()).isEqualTo(KEY);
    }

    @Test
    void aTruncatedObjectIsNoticed() {
        Reference reference = stored();
        store.objects.put(KEY, Arrays.copyOf(BYTES, 5));
        assertNotFetched(reference).hasMessageContaining(KEY).hasMessageContaining("5 bytes with another checksum");
    }

    @Test
    void anotherObjectIsNoticed() {
        Reference reference = stored();
        byte[] other = BYTES.clone();
        other[3] ^= 1;
        store.objects.put(KEY, other);
        assertNotFetched(reference).hasMessageContaining(KEY).hasMessageContaining("another checksum");
    }

    @Test
    void anObjectThatIsGoneIsNamed() {
        Reference reference = stored();
        store.objects.clear();
        assertNotFetched(reference)
                .hasMessage("the payload '" + KEY + "' cannot be fetched from memory: there is no such object");
    }

    @Test
    void aStoreThatFailsIsNamed() {
        store.beforePut = key -> {
            throw new IOException("No space left\non device");
        };
        assertThatThrownBy(this::stored)
                .isInstanceOf(StoreException.class)
                .hasMessage("the payload '" + KEY + "' cannot be stored in memory: No space left?on device");
        store.beforePut = key -> {
            throw new IllegalStateException("a bug");
        };
        assertThatThrownBy(this::stored).isInstanceOf(StoreException.class).hasMessageContaining("a bug");
        // The second one in ten seconds is counted, and not said.
        assertThat(log).hasSize(1);
        store.beforePut = key -> {};
        assertThat(stored().key()).isEqualTo(KEY);
    }

    @Test
    void aStoreThatHangsIsNotWaitedFor() {
        depot.close();
        depot = depot(Duration.ofMillis(50));
        store.beforePut = key -> {
            try {
                end.await();
            } catch (InterruptedException closed) {
                throw new IOException(closed);
            }
        };
        // More than there are threads.
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(this::stored).hasMessageContaining("takes more than 50 ms");
        }
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() {
        store.beforePut = key -> {
            try {
                end.await();
            } catch (InterruptedException closed) {
                throw new IOException(closed);
            }
        };
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::stored).isInstanceOf(StoreException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatIsClosedSaysSo() {
        depot.close();
        assertThatThrownBy(this::stored).isInstanceOf(StoreException.class).hasMessageContaining("closed");
    }

    @Test
    void whatIsTooLargeIsNotStored() {
        assertThatThrownBy(() -> Depot.await(depot.store(new byte[1_001])))
                .hasMessageContaining("1001 bytes")
                .hasMessageContaining("max-size is 1000");
        assertThat(store.objects).isEmpty();
    }

    @Test
    void aReferenceOfAnotherDriverIsNotFollowed() {
        assertNotFetched(new Reference("theirs\nERROR", stored().claim()))
                .hasMessageContaining("it is kept by 'theirs?ERROR', and here is 'ours'");
    }

    @Test
    void aReferenceToAnotherPlaceIsNotFollowed() {
        store.claims = Map.of("bucket", "mine");
        Reference reference = stored();
        assertThat(Depot.await(depot.fetch(reference))).isEqualTo(BYTES);
        assertNotFetched(with(reference, "bucket", "payroll")).hasMessageContaining("its bucket is 'payroll'");
        log.clear();
    }

    @Test
    void aHostileKeyIsNotFollowed() {
        Reference reference = stored();
        store.beforeGet = key -> {
            throw new AssertionError("asked for " + key);
        };
        String hash = reference.claim().get("hash_value");
        for (String key : Arrays.asList(
                "../../etc/" + hash,
                "/" + hash,
                "a/../" + hash,
                "a/./" + hash,
                hash,
                "v0/d/sha256/" + hash.toUpperCase(),
                "v0/d/sha256/" + hash + "\n",
                "v0//" + hash,
                "x".repeat(2_000) + "/" + hash,
                "",
                null)) {
            assertThatThrownBy(() -> Depot.await(depot.fetch(with(reference, "key", key))))
                    .as(key)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("its key is none");
        }
        for (String value : Arrays.asList(null, "", "00", "../" + hash)) {
            assertThatThrownBy(() -> Depot.await(depot.fetch(with(reference, "hash_value", value))))
                    .isInstanceOf(StoreException.class);
        }
        for (String value : Arrays.asList(null, "md5")) {
            assertThatThrownBy(() -> Depot.await(depot.fetch(with(reference, "hash_algorithm", value))))
                    .hasMessageContaining("it has no SHA-256");
        }
    }
}
