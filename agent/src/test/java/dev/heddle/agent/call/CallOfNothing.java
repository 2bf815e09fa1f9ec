package dev.heddle.agent.call;

import dev.heddle.api.Attribute;
import dev.heddle.api.Call;
import dev.heddle.api.Headers;
import java.util.List;

/** What a fake call, and each view of it, has to say of what is called: nothing. */
interface CallOfNothing extends Call {
    @Override
    default String name() {
        return null;
    }

    @Override
    default String id() {
        return null;
    }

    @Override
    default Headers headers() {
        throw new UnsupportedOperationException("a fake has none");
    }

    @Override
    default List<Object> arguments() {
        return List.of();
    }

    @Override
    default <T> T get(Attribute<T> attribute) {
        return null;
    }

    @Override
    default <T> void set(Attribute<T> attribute, T value) {
        throw new UnsupportedOperationException("a fake has none");
    }

    @Override
    default <T> T unwrap(Class<T> type) {
        return null;
    }

    @Override
    default <T> void replace(Class<T> type, T replacement) {
        throw new IllegalArgumentException("a fake has none");
    }
}
