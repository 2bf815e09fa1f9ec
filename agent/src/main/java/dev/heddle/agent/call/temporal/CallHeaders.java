package dev.heddle.agent.call.temporal;

import dev.heddle.api.Headers;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.common.interceptors.Header;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The headers of one call: a map that the SDK's input holds. Most of the SDK's own maps can be written; where one
 * cannot, a copy takes its place and goes into a new input.
 *
 * @param <V> the SDK's kind of value
 */
abstract class CallHeaders<V> implements Headers {
    private Map<String, V> values;
    private final boolean writable;
    private boolean replaced;

    CallHeaders(Map<String, V> values, boolean writable) {
        this.values = values;
        this.writable = writable;
    }

    /** The headers of a call with this source. */
    static CallHeaders<?> of(SdkMethod method, Object source, JacksonJsonPayloadConverter json) {
        boolean writable = method.chain().operation().category().outbound();
        if (method.read(Property.STRING_HEADERS, source) instanceof Map<?, ?> strings) {
            return new StringHeaders(cast(strings), writable);
        }
        if (method.read(Property.HEADER, source) instanceof Header header) {
            if (method.input().indexOf("schedule") >= 0) {
                return new ScheduleHeaders(header.getValues(), writable, json);
            }
            Object start = method.read(Property.START_HEADER, source);
            Map<String, Payload> startValues =
                    writable && start instanceof Header other && other != header ? other.getValues() : null;
            return new PayloadHeaders(header.getValues(), startValues, writable, json);
        }
        return new StringHeaders(Map.of(), false);
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> cast(Map<?, ?> map) {
        return (Map<String, T>) map;
    }

    /** The source to go on with: the same, unless its map could not be written. */
    Object write(SdkMethod method, Object source) {
        if (!replaced) {
            return source;
        }
        Accessors accessors = method.input();
        Object[] components = accessors.take(source);
        write(accessors, components, values);
        replaced = false;
        return accessors.make(components);
    }

    /** Puts the map that took the place of the SDK's own into the parts of an input. */
    abstract void write(Accessors accessors, Object[] components, Map<String, V> replacement);

    abstract V encode(Object value);

    abstract <T> T decode(String name, V value, Class<T> type);

    V find(String name) {
        return values.get(name);
    }

    @Override
    public final boolean writable() {
        return writable;
    }

    @Override
    public final Set<String> names() {
        return new LinkedHashSet<>(values.keySet());
    }

    @Override
    public final <T> T get(String name, Class<T> type) {
        V value = find(name);
        return value == null ? null : decode(name, value, type);
    }

    @Override
    public void put(String name, Object value) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        checkWritable();
        V encoded = encode(value);
        try {
            values.put(name, encoded);
        } catch (UnsupportedOperationException immutable) {
            copy().put(name, encoded);
        }
    }

    private void checkWritable() {
        if (!writable) {
            throw new UnsupportedOperationException("these headers are read-only: see Headers.writable()");
        }
    }

    @Override
    public void remove(String name) {
        checkWritable();
        if (values.containsKey(name)) {
            try {
                values.remove(name);
            } catch (UnsupportedOperationException immutable) {
                copy().remove(name);
            }
        }
    }

    private Map<String, V> copy() {
        values = new HashMap<>(values);
        replaced = true;
        return values;
    }
}
