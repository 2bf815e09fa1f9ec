package dev.heddle.opentelemetry;

import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A part of an SDK that another one stands in for, until the SDK gets its own back.
 *
 * @param owner which object has it
 * @param field in which field
 * @param own the SDK's
 * @param override in its place
 */
record SdkPart(Object owner, Field field, Object own, Object override) {

    /** Puts another in the place of what an object has in a field. */
    static SdkPart replace(Object owner, String name, SpanOverrides overrides) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        Object own = field.get(owner);
        SdkPart part = new SdkPart(owner, field, own, override(field.getType(), own, overrides));
        field.set(owner, part.override());
        return part;
    }

    /** A class where the SDK is the application's, which costs its spans next to nothing; a proxy anywhere else. */
    private static Object override(Class<?> type, Object own, SpanOverrides overrides)
            throws ReflectiveOperationException {
        if (type == IdGenerator.class) {
            return new OverriddenIds((IdGenerator) own, overrides);
        }
        if (type == Clock.class) {
            return new OverriddenClock((Clock) own, overrides);
        }
        Set<Class<?>> interfaces = interfaces(type, own.getClass());
        if (type == SpanProcessor.class && interfaces.size() == 1) {
            return new OverriddenProcessor((SpanProcessor) own, overrides);
        }
        ForeignPart part = new ForeignPart(own, overrides);
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                interfaces.toArray(Class<?>[]::new),
                type.getSimpleName().equals("Clock") ? part.apart() : part);
    }

    /** Those by which the SDK may know it: a processor may be of a kind that hears more. */
    private static Set<Class<?>> interfaces(Class<?> type, Class<?> ofOwn) {
        Set<Class<?>> found = new LinkedHashSet<>(Set.of(type));
        for (Class<?> each = ofOwn; each != null; each = each.getSuperclass()) {
            for (Class<?> of : each.getInterfaces()) {
                if (Modifier.isPublic(of.getModifiers())
                        && type.isAssignableFrom(of)
                        && of.getClassLoader() == type.getClassLoader()) {
                    found.add(of);
                }
            }
        }
        return found;
    }

    /** Gives the SDK its own back, unless somebody else has put something there. */
    void restore() {
        try {
            if (field.get(owner) == override) {
                field.set(owner, own);
            }
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
