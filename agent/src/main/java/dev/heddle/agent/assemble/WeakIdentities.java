package dev.heddle.agent.assemble;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Values by objects of the library, which it keeps from nobody: an entry goes with its object. A value must not reach
 * that object. Looked up by calls, so without a lock. Thread-safe.
 */
public final class WeakIdentities<V> {
    private final Map<Object, V> values = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    /** The value of an object, or {@code null}. */
    public V get(Object object) {
        return values.get(new Sought(object));
    }

    /** Gives an object a value, if it has none; returns the one that it has then. */
    public V putIfAbsent(Object object, V value) {
        for (Reference<?> each = gone.poll(); each != null; each = gone.poll()) {
            values.remove(each);
        }
        V before = values.putIfAbsent(new Kept(object, gone), value);
        return before == null ? value : before;
    }

    /** The object, as long as a look-up takes. */
    private record Sought(Object object) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Kept && ((Kept) other).refersTo(object);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }

    private static final class Kept extends WeakReference<Object> {
        private final int hash;

        Kept(Object object, ReferenceQueue<Object> gone) {
            super(object, gone);
            hash = System.identityHashCode(object);
        }

        @Override
        public boolean equals(Object other) {
            Object object = get();
            return other == this || object != null && other instanceof Kept && ((Kept) other).refersTo(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
