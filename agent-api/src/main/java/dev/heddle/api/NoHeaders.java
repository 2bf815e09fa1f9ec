package dev.heddle.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What carries no headers. */
enum NoHeaders implements Headers {
    INSTANCE;

    @Override
    public boolean writable() {
        return false;
    }

    @Override
    public Set<String> names() {
        return Set.of();
    }

    @Override
    public <T> @Nullable T get(String name, Class<T> type) {
        return null;
    }

    @Override
    public void put(String name, Object value) {
        throw new UnsupportedOperationException("nothing carries these headers");
    }

    @Override
    public void remove(String name) {
        throw new UnsupportedOperationException("nothing carries these headers");
    }
}
