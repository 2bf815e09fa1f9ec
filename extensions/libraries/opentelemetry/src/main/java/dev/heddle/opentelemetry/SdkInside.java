package dev.heddle.opentelemetry;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What an OpenTelemetry SDK keeps behind its tracer provider, however many wrappers stand before it: the application's,
 * of any version, or that of OpenTelemetry's own agent, whose classes have other names. By reflection, for the API offers
 * no way to choose a span's ID.
 */
final class SdkInside {
    private static final int MOST_OBJECTS = 1_000;

    private final Object sampler;
    private final ChosenIds ids;

    private SdkInside(Object sampler, ChosenIds ids) {
        this.sampler = sampler;
        this.ids = ids;
    }

    /** Has the SDK behind a tracer provider take chosen IDs; {@code null} if that is no SDK that we know. */
    static SdkInside of(Object tracerProvider) {
        Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> next = new ArrayDeque<>(List.of(tracerProvider));
        while (!next.isEmpty() && known.size() < MOST_OBJECTS) {
            Object object = next.poll();
            if (!known.add(object)) {
                continue;
            }
            try {
                Field generator = field(object, "idGenerator");
                if (generator != null && field(object, "sampler") != null) {
                    return inside(object, generator);
                }
                addFields(object, next);
            } catch (ReflectiveOperationException | RuntimeException closed) {
                // Another way may lead there.
            }
        }
        return null;
    }

    private static SdkInside inside(Object state, Field generator) throws ReflectiveOperationException {
        Object own = generator.get(state);
        ChosenIds ids = Proxy.isProxyClass(own.getClass()) && Proxy.getInvocationHandler(own) instanceof ChosenIds there
                ? there
                : null;
        if (ids == null) {
            ids = new ChosenIds(own);
            Class<?> type = generator.getType();
            generator.set(state, Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, ids));
        }
        return new SdkInside(field(state, "sampler").get(state), ids);
    }

    private static void addFields(Object object, Deque<Object> next) throws ReflectiveOperationException {
        for (Class<?> type = object.getClass(); isOpenTelemetry(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    Object value = field.get(object);
                    if (value != null && isOpenTelemetry(value.getClass())) {
                        next.add(value);
                    }
                }
            }
        }
    }

    private static boolean isOpenTelemetry(Class<?> type) {
        return type != null && type.getName().contains("io.opentelemetry.");
    }

    private static Field field(Object object, String name) {
        try {
            Field field = object.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException another) {
            return null;
        }
    }

    ChosenIds ids() {
        return ids;
    }

    /** Whether the SDK samples a trace that begins with such a span; if that cannot be found out it does. */
    boolean samples(String traceId, String name, String kind) {
        try {
            for (Method method : sampler.getClass().getMethods()) {
                if (method.getName().equals("shouldSample") && method.getParameterCount() == 6) {
                    method.setAccessible(true);
                    Object result = method.invoke(sampler, arguments(method.getParameterTypes(), traceId, name, kind));
                    Method decision = result.getClass().getMethod("getDecision");
                    decision.setAccessible(true);
                    return decision.invoke(result).toString().equals("RECORD_AND_SAMPLE");
                }
            }
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            // Then its spans are asked for again when they are over.
        }
        return true;
    }

    private static Object[] arguments(Class<?>[] types, String traceId, String name, String kind)
            throws ReflectiveOperationException {
        Object root = types[0].getMethod("root").invoke(null);
        Object ofKind = types[3].getMethod("valueOf", String.class).invoke(null, kind);
        Object attributes = types[4].getMethod("empty").invoke(null);
        return new Object[] {root, traceId, name, ofKind, attributes, List.of()};
    }
}
