package dev.heddle.agent.call;

import dev.heddle.api.Attribute;
import java.util.IdentityHashMap;
import java.util.Map;

/** What interceptors keep with a caller: most keep nothing, and of the others most keep one value. */
public final class Attributes {
    private Attribute<?> first;
    private Object valueOfFirst;
    /** The others; made for the second. */
    private Map<Attribute<?>, Object> more;

    /** The value, or {@code null}. */
    @SuppressWarnings("unchecked") // The key's type is the type of what was set under it.
    public synchronized <T> T get(Attribute<T> attribute) {
        if (attribute == first) {
            return (T) valueOfFirst;
        }
        return more == null ? null : (T) more.get(attribute);
    }

    /** Keeps a value, or with {@code null} none. */
    public synchronized <T> void set(Attribute<T> attribute, T value) {
        if (first == null) {
            first = attribute;
        }
        if (attribute == first) {
            valueOfFirst = value;
            return;
        }
        if (more == null) {
            more = new IdentityHashMap<>(2);
        }
        if (value == null) {
            more.remove(attribute);
        } else {
            more.put(attribute, value);
        }
    }
}
