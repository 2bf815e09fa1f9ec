package dev.heddle.agent.call.temporal;

import dev.heddle.api.Headers;
import java.util.HashMap;
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
    /** What was put last, and the SDK's value that it has become. */
    private Object put;

    private V putAs;

    CallHeaders(Map<String, V> values, boolean writable) {
        this.values = values;
        this.writable = writable;
    }

    /** The source to go on with: the same, unless its map could not be written. */
    Object write(Accessors accessors, Object source) {
        if (!replaced) {
            return source;
        }
        Object[] components = accessors.take(source);
        write(accessors, components, values);
        replaced = false;
        return accessors.make(components);
    }

    /** Puts the map that took the place of the SDK's own into the parts of an input. */
    abstract void write(Accessors accessors, Object[] components, Map<String, V> replacement);

    /** The value under exactly this name, or {@code null}. */
    final V value(String name) {
        return values.get(name);
    }

    /** Exactly these names. */
    final Set<String> keys() {
        return values.keySet();
    }

    /** Sets the value under exactly this name. */
    final void set(String name, V value) {
        try {
            values.put(name, value);
        } catch (UnsupportedOperationException immutable) {
            copy().put(name, value);
        }
    }

    /** Removes the value under exactly this name, if there is one. */
    final void unset(String name) {
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

    abstract void store(String name, Object value);

    abstract void discard(String name);

    @Override
    public final boolean writable() {
        return writable;
    }

    @Override
    public final void put(String name, Object value) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        checkWritable();
        store(name, value);
        put = value;
        putAs = values.get(name);
    }

    @Override
    public final boolean isUnchanged(String name, Object value) {
        return value == put && putAs != null && values.get(name) == putAs;
    }

    @Override
    public final void remove(String name) {
        Objects.requireNonNull(name, "name");
        checkWritable();
        discard(name);
    }

    private void checkWritable() {
        if (!writable) {
            throw new UnsupportedOperationException("these headers are read-only: see Headers.writable()");
        }
    }
}
