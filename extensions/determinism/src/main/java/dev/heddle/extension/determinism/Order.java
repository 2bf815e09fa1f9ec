package dev.heddle.extension.determinism;

import dev.heddle.api.CodeSite;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/**
 * Whether the order of a collection differs per run of the JVM: it is that of identity hashes, or salted. Asked of the object
 * and what is in it, for the type that the code names says nothing.
 */
final class Order {
    /** What is looked at of a collection. */
    private static final int MOST = 4;

    private static final ClassValue<Boolean> BY_IDENTITY = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            try {
                Class<?> hashing = type.getMethod("hashCode").getDeclaringClass();
                return hashing == Object.class || hashing == Enum.class;
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    };

    private Order() {}

    static boolean differs(CodeSite site, Object target, Object argument) {
        if (site.name().equals("identityHashCode")) {
            return true;
        }
        boolean copied = site.descriptor().startsWith("(Ljava/util/Collection;")
                || site.descriptor().contains("Ljava/lang/Iterable;");
        return differs(copied ? argument : target);
    }

    private static boolean differs(Object collection) {
        if (collection == null) {
            return false;
        }
        String name = collection.getClass().getName();
        if (!name.startsWith("java.util.")) {
            return false;
        }
        boolean several = collection instanceof Collection<?> some
                ? some.size() > 1
                : collection instanceof Map<?, ?> map && map.size() > 1;
        return several && (isSalted(name) || isByIdentity(name) || isHashed(name) && hasIdentityHashes(collection));
    }

    /** {@code Set.of}, {@code Map.of}, {@code copyOf}, and what these maps show. */
    private static boolean isSalted(String name) {
        return name.startsWith("java.util.ImmutableCollections$Set")
                || name.startsWith("java.util.ImmutableCollections$Map")
                || name.equals("java.util.ImmutableCollections$1")
                || name.startsWith("java.util.AbstractMap$");
    }

    private static boolean isByIdentity(String name) {
        return name.startsWith("java.util.IdentityHashMap");
    }

    private static boolean isHashed(String name) {
        return name.equals("java.util.HashSet")
                || name.startsWith("java.util.HashMap")
                || name.startsWith("java.util.WeakHashMap")
                || name.startsWith("java.util.Hashtable")
                || name.startsWith("java.util.concurrent.ConcurrentHashMap");
    }

    private static boolean hasIdentityHashes(Object collection) {
        Iterator<?> keys =
                collection instanceof Map<?, ?> map ? map.keySet().iterator() : ((Collection<?>) collection).iterator();
        for (int i = 0; i < MOST && keys.hasNext(); i++) {
            Object key = keys.next();
            Object hashed = key instanceof Map.Entry<?, ?> entry ? entry.getKey() : key;
            if (hasIdentityHash(hashed)) {
                return true;
            }
        }
        return false;
    }

    /** An enum's constants, and what does not say otherwise. */
    private static boolean hasIdentityHash(Object key) {
        if (key == null || key instanceof String || key instanceof Number) {
            return false;
        }
        return BY_IDENTITY.get(key.getClass());
    }
}
