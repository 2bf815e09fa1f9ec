package dev.heddle.extension.payloadstore;

import dev.heddle.api.Settings;

/** Finds the store of a test, as that of a JAR is found. */
public final class MemoryStoreProvider implements StoreProvider {
    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String driver() {
        return "test.memory";
    }

    @Override
    public ObjectStore open(Settings settings) {
        return MemoryStore.named(settings.get("memory.name"));
    }
}
