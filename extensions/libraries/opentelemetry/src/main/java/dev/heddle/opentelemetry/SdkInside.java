package dev.heddle.opentelemetry;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What an OpenTelemetry SDK keeps behind its tracer provider, however many wrappers stand before it: the application's,
 * of any version, or that of OpenTelemetry's own agent, whose classes have other names. By reflection, for the API offers
 * no way to choose a span's ID, or to keep from its processors what replay repeats.
 */
final class SdkInside {
    private static final String PROCESSOR = "activeSpanProcessor";
    private static final int MOST_OBJECTS = 1_000;

    private final TraceSampler sampler;
    private final SpanOverrides overrides;
    private final List<SdkPart> parts = new ArrayList<>();
    private boolean whole;

    private SdkInside(TraceSampler sampler, SpanOverrides overrides) {
        this.sampler = sampler;
        this.overrides = overrides;
    }

    /** Has the SDK behind a tracer provider do as is said; {@code null} if that is no SDK that we know. */
    static SdkInside of(Object tracerProvider, SpanOverrides overrides) {
        Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> next = new ArrayDeque<>(List.of(tracerProvider));
        while (!next.isEmpty() && known.size() < MOST_OBJECTS) {
            Object object = next.poll();
            if (!known.add(object)) {
                continue;
            }
            try {
                if (has(object, "idGenerator") && has(object, "sampler")) {
                    SdkInside inside = new SdkInside(SdkSampler.of(value(object, "sampler")), overrides);
                    inside.replaceParts(object);
                    return inside;
                }
                addFields(object, next);
            } catch (ReflectiveOperationException | RuntimeException closed) {
                // Another way may lead there.
            }
        }
        return null;
    }

    /** Without the first no span can be made; the others are for those that workflow code makes. */
    private void replaceParts(Object state) throws ReflectiveOperationException {
        parts.add(SdkPart.replace(state, "idGenerator", overrides));
        try {
            parts.add(SdkPart.replace(state, "clock", overrides));
            parts.add(SdkPart.replace(state, PROCESSOR, overrides));
            whole = true;
        } catch (ReflectiveOperationException | RuntimeException unknown) {
            // Which whole() tells.
        }
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

    private static boolean has(Object object, String field) {
        return Stream.of(object.getClass().getDeclaredFields())
                .anyMatch(each -> each.getName().equals(field));
    }

    private static Object value(Object object, String name) throws ReflectiveOperationException {
        Field field = object.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(object);
    }

    /** Decides which traces are recorded. */
    TraceSampler sampler() {
        return sampler;
    }

    SpanOverrides overrides() {
        return overrides;
    }

    /** Whether spans of workflow code are as they should be, and not Heddle's own alone. */
    boolean whole() {
        return whole;
    }

    /** Has its processors export what they have; whether they have done it in so many milliseconds. */
    boolean export(long millis) {
        try {
            for (SdkPart part : parts) {
                if (part.field().getName().equals(PROCESSOR)) {
                    Object result = call(part.own(), "forceFlush");
                    Method join = result.getClass().getMethod("join", long.class, TimeUnit.class);
                    join.setAccessible(true);
                    join.invoke(result, millis, TimeUnit.MILLISECONDS);
                    return Boolean.TRUE.equals(call(result, "isSuccess"));
                }
            }
        } catch (ReflectiveOperationException | RuntimeException failure) {
            // Whoever asks is told that it has not.
        }
        return false;
    }

    private static Object call(Object object, String name) throws ReflectiveOperationException {
        Method method = object.getClass().getMethod(name);
        method.setAccessible(true);
        return method.invoke(object);
    }

    /** Gives the SDK back what is its own. */
    void restore() {
        for (int i = parts.size() - 1; i >= 0; i--) {
            parts.get(i).restore();
        }
    }
}
