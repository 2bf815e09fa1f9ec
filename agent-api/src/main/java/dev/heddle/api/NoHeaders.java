package dev.heddle.api;

import java.util.Set;

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
    public <T> T get(String name, Class<T> type) {
        return null;
    }

    @Override
    public boolean put(String name, Object value) {
        return false;
    }

    @Override
    public void remove(String name) {}
}
