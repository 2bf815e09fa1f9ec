package dev.heddle.agent.call;

import dev.heddle.api.Attribute;
import java.util.IdentityHashMap;
import java.util.Map;

/** What interceptors keep with a caller: made when the first value is set, for most callers never have one. */
public final class Attributes {
    private Map<Attribute<?>, Object> values;

    /** The value, or {@code null}. */
    @SuppressWarnings("unchecked") // The key's type is the type of what was set under it.
    public synchronized <T> T get(Attribute<T> attribute) {
        return values == null ? null : (T) values.get(attribute);
    }

    /** Keeps a value, or with {@code null} none. */
    public synchronized <T> void set(Attribute<T> attribute, T value) {
        if (values == null) {
            values = new IdentityHashMap<>();
        }
        if (value == null) {
            values.remove(attribute);
        } else {
            values.put(attribute, value);
        }
    }
}
