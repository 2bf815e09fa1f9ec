package dev.heddle.extension.payloadstore;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A store that does what a test wants to go wrong. */
final class MemoryStore implements ObjectStore {
    /** What happens before an object is put or got. */
    interface Event {
        void on(String key) throws IOException;
    }

    private static final Map<String, MemoryStore> BY_NAME = new ConcurrentHashMap<>();

    final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    volatile Event beforePut = key -> {};
    volatile Event beforeGet = key -> {};
    volatile Map<String, String> claims = Map.of();

    /** The one of that name. */
    static MemoryStore named(String name) {
        return BY_NAME.computeIfAbsent(name, missing -> new MemoryStore());
    }

    @Override
    public void put(String key, byte[] bytes) throws IOException {
        beforePut.on(key);
        objects.put(key, bytes.clone());
    }

    @Override
    public byte[] get(String key, int most) throws IOException {
        beforeGet.on(key);
        return objects.get(key);
    }

    @Override
    public void list(String prefix, Consumer<? super StoredObject> object) {
        objects.forEach((key, bytes) -> object.accept(new StoredObject(key, bytes.length, Instant.now())));
    }

    @Override
    public void delete(String key) {
        objects.remove(key);
    }

    @Override
    public Map<String, String> claims() {
        return claims;
    }

    @Override
    public String toString() {
        return "memory";
    }
}
