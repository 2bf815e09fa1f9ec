package dev.heddle.testing.fake;

import dev.heddle.api.Headers;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Headers in memory, which keep the values as they are, but of gRPC and Nexus as texts and bytes. */
final class FakeHeaders implements Headers {
    private final Map<String, Object> values = new TreeMap<>();
    private final boolean onlyText;
    private boolean writable;

    FakeHeaders(boolean writable, boolean onlyText) {
        this.writable = writable;
        this.onlyText = onlyText;
    }

    /** Sets a header although it is not writable, as somebody else did. */
    void receive(String name, Object value) {
        Objects.requireNonNull(value, "value");
        values.put(
                Objects.requireNonNull(name, "name"),
                onlyText && !(value instanceof byte[]) ? value.toString() : value);
    }

    void makeReadOnly() {
        writable = false;
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
        return type.isInstance(value) ? type.cast(value) : null;
    }

    @Override
    public void put(String name, Object value) {
        checkWritable();
        receive(name, value);
    }

    @Override
    public void remove(String name) {
        checkWritable();
        values.remove(name);
    }

    private void checkWritable() {
        if (!writable) {
            throw new UnsupportedOperationException("these headers are read-only: see Headers.writable()");
        }
    }
}
