package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.call.temporal.Accessors;
import dev.heddle.agent.call.temporal.GeneratedAccessors;
import dev.heddle.agent.call.temporal.Property;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the {@link Accessors} of a class of the SDK, once each: first without code, which several get together. Used under
 * the lock of its {@link AdapterFactory}.
 */
final class AccessorsFactory {
    /** The JVM inlines no method of more than 325 bytes into another, and a switch over so many is below that. */
    private static final int MOST_IN_A_CLASS = 16;

    private final AgentLoader loader;
    private final Getters getters;
    private final Map<Class<?>, Accessors> made = new HashMap<>();
    private final Map<GeneratedAccessors, AccessorsPlan> unbound = new LinkedHashMap<>();
    private int classes;

    AccessorsFactory(AgentLoader loader, Getters getters) {
        this.loader = loader;
        this.getters = getters;
    }

    /** The accessors of a class, without the properties that its getters do not mean. */
    Accessors of(Class<?> type, Set<Property> without) {
        Accessors known = made.get(type);
        if (known == null) {
            AccessorsPlan plan = plan(type, without);
            GeneratedAccessors accessors = plan.accessors(unbound.size());
            unbound.put(accessors, plan);
            made.put(type, accessors);
            if (unbound.size() == MOST_IN_A_CLASS) {
                bind();
            }
            known = accessors;
        }
        return known;
    }

    private AccessorsPlan plan(Class<?> type, Set<Property> without) {
        Map<Property, PropertyPath> paths = new EnumMap<>(Property.class);
        for (Property property : Property.values()) {
            PropertyPath path = without.contains(property) ? null : getters.path(type, property);
            if (path != null) {
                paths.put(property, path);
            }
        }
        return new AccessorsPlan(type, ConstructorReader.read(type, getters), paths);
    }

    /** Gives the accessors their code, before anything is read with them. */
    void bind() {
        if (unbound.isEmpty()) {
            return;
        }
        String name = GeneratedAccessors.Code.class.getName() + '$' + classes++;
        try {
            GeneratedAccessors.Code code = (GeneratedAccessors.Code) loader.define(
                            name, new AccessorsWriter(name, List.copyOf(unbound.values())).write())
                    .getConstructor()
                    .newInstance();
            for (GeneratedAccessors accessors : unbound.keySet()) {
                accessors.bind(code);
            }
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
        unbound.clear();
    }
}
