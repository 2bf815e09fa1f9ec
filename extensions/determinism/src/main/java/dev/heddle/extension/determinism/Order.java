package dev.heddle.extension.determinism;

import dev.heddle.api.CodeSite;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Whether the order of a collection differs per run of the JVM: it is that of identity hashes, or salted. Asked of the object
 * and what is in it, for the type that the code names says nothing.
 */
final class Order {
    /** What is looked at of a collection. */
    private static final int MOST = 4;

    private static final ClassValue<Boolean> SALTED = remembered(type -> isSalted(type.getName()));
    private static final ClassValue<Boolean> HASHED = remembered(type -> isHashed(type.getName()));
    private static final ClassValue<Boolean> BY_IDENTITY = remembered(Order::isByIdentity);

    private Order() {}

    /** The classes remember no more than the JDK's own {@code Boolean}, which does not hold this extension when it leaves. */
    private static ClassValue<Boolean> remembered(Predicate<Class<?>> predicate) {
        return new ClassValue<>() {
            @Override
            protected Boolean computeValue(Class<?> type) {
                return predicate.test(type);
            }
        };
    }

    /** {@code Set.of}, {@code Map.of}, {@code copyOf}, what these maps show, and maps of identities. */
    private static boolean isSalted(String name) {
        return name.startsWith("java.util.ImmutableCollections$Set")
                || name.startsWith("java.util.ImmutableCollections$Map")
                || name.equals("java.util.ImmutableCollections$1")
                || name.startsWith("java.util.AbstractMap$")
                || name.startsWith("java.util.IdentityHashMap");
    }

    private static boolean isHashed(String name) {
        return name.equals("java.util.HashSet")
                || name.startsWith("java.util.HashMap")
                || name.startsWith("java.util.WeakHashMap")
                || name.startsWith("java.util.Hashtable")
                || name.startsWith("java.util.concurrent.ConcurrentHashMap");
    }

    private static boolean isByIdentity(Class<?> type) {
        try {
            Class<?> hashing = type.getMethod("hashCode").getDeclaringClass();
            return hashing == Object.class || hashing == Enum.class;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What tells it of the objects that a place is about: what is copied is handed over there. */
    static Harm at(CodeSite site) {
        if (site.name().equals("identityHashCode")) {
            return Harm.ALWAYS;
        }
        boolean copied = site.descriptor().startsWith("(Ljava/util/Collection;")
                || site.descriptor().contains("Ljava/lang/Iterable;");
        return copied ? (target, argument) -> differs(argument) : (target, argument) -> differs(target);
    }

    private static boolean differs(Object collection) {
        if (collection == null) {
            return false;
        }
        Class<?> type = collection.getClass();
        boolean hashed = HASHED.get(type);
        if (!hashed && !SALTED.get(type)) {
            return false;
        }
        Collection<?> elements = collection instanceof Map<?, ?> map
                ? map.keySet()
                : collection instanceof Collection<?> some ? some : List.of();
        return elements.size() > 1 && (!hashed || hasIdentityHashes(elements));
    }

    private static boolean hasIdentityHashes(Collection<?> hashed) {
        Iterator<?> elements = hashed.iterator();
        for (int i = 0; i < MOST && elements.hasNext(); i++) {
            if (hasIdentityHash(elements.next())) {
                return true;
            }
        }
        return false;
    }

    /** An enum's constants, and what does not say otherwise; of an entry its key. */
    private static boolean hasIdentityHash(Object element) {
        if (element == null || element instanceof String || element instanceof Number) {
            return false;
        }
        return element instanceof Map.Entry<?, ?> entry
                ? hasIdentityHash(entry.getKey())
                : BY_IDENTITY.get(element.getClass());
    }
}
