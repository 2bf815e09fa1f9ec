package dev.heddle.extension.payloadstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Map<String, List<Double>> recorded = new ConcurrentHashMap<>();

    private final StoreMetrics metrics = new StoreMetrics(
            "measured",
            (instrument, attributes) -> value -> recorded.computeIfAbsent(
                            instrument.name() + " " + new TreeMap<>(attributes), none -> new CopyOnWriteArrayList<>())
                    .add(value));

    @Test
    void storingAndFetchingAreCountedMeasuredAndTimed() {
        MemoryStore store = new MemoryStore();
        try (Depot depot = new Depot(
                store,
                new Depot.Layout("measured", "", 1_000, Duration.ofMinutes(1)),
                new StoreThreads(1),
                metrics,
                new Complaints(line -> {}, System::nanoTime))) {
            Reference reference = Depot.await(depot.store(new byte[700]));
            Depot.await(depot.fetch(reference));
            store.beforeGet = key -> {
                throw new IOException("gone");
            };
            assertThatThrownBy(() -> Depot.await(depot.fetch(reference))).isInstanceOf(StoreException.class);
        }
        assertThat(recorded)
                .containsEntry(
                        "heddle_payload_store_operations {driver=measured, operation=store, outcome=ok}", List.of(1.))
                .containsEntry(
                        "heddle_payload_store_operations {driver=measured, operation=fetch, outcome=ok}", List.of(1.))
                .containsEntry(
                        "heddle_payload_store_operations {driver=measured, operation=fetch, outcome=failed}",
                        List.of(1.))
                .containsEntry("heddle_payload_store_size {driver=measured, operation=store}", List.of(700.))
                .containsEntry("heddle_payload_store_size {driver=measured, operation=fetch}", List.of(700.))
                .containsKeys(
                        "heddle_payload_store_duration {driver=measured, operation=store}",
                        "heddle_payload_store_duration {driver=measured, operation=fetch}")
                .hasSize(7);
    }
}
