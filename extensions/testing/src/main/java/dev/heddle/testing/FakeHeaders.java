package dev.heddle.testing;

import dev.heddle.api.Headers;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Headers in memory, which keep the values as they are. */
final class FakeHeaders implements Headers {
    private final Map<String, Object> values = new TreeMap<>();
    private final boolean writable;

    FakeHeaders(boolean writable) {
        this.writable = writable;
    }

    Map<String, Object> values() {
        return values;
    }

    @Override
    public boolean writable() {
        return writable;
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    @Override
    public <T> T get(String name, Class<T> type) {
        Object value = values.get(name);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException(name + " is no " + type.getSimpleName());
        }
        return type.cast(value);
    }

    @Override
    public boolean put(String name, Object value) {
        if (writable) {
            values.put(name, value);
        }
        return writable;
    }

    @Override
    public void remove(String name) {
        if (writable) {
            values.remove(name);
        }
    }
}
