package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.AgentLoader;
import dev.heddle.agent.call.temporal.Property;
import dev.heddle.agent.call.temporal.SdkShape;
import dev.heddle.agent.call.temporal.Shape;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the {@link Shape} of a class of the SDK, once each: first without code, which several get together. Used under
 * the lock of its {@link FamilyBuilder}.
 */
final class ShapeFactory {
    /** The JVM inlines no method of more than 325 bytes into another, and a switch over so many is below that. */
    private static final int MOST_IN_A_CLASS = 16;

    private final AgentLoader loader;
    private final Getters getters;
    private final Map<Class<?>, Shape> shapes = new HashMap<>();
    private final Map<SdkShape, ShapePlan> unbound = new LinkedHashMap<>();
    private int classes;

    ShapeFactory(AgentLoader loader, Getters getters) {
        this.loader = loader;
        this.getters = getters;
    }

    /** The shape of a class, without the properties that its getters do not mean. */
    Shape of(Class<?> type, Set<Property> without) {
        Shape known = shapes.get(type);
        if (known == null) {
            ShapePlan plan = plan(type, without);
            SdkShape shape = plan.shape(unbound.size());
            unbound.put(shape, plan);
            shapes.put(type, shape);
            if (unbound.size() == MOST_IN_A_CLASS) {
                bind();
            }
            known = shape;
        }
        return known;
    }

    private ShapePlan plan(Class<?> type, Set<Property> without) {
        Map<Property, PropertyPath> paths = new EnumMap<>(Property.class);
        for (Property property : Property.values()) {
            PropertyPath path = without.contains(property) ? null : getters.path(type, property);
            if (path != null) {
                paths.put(property, path);
            }
        }
        return new ShapePlan(type, ConstructorReader.read(type, getters), paths);
    }

    /** Gives the shapes their code, before anything is read with them. */
    void bind() {
        if (unbound.isEmpty()) {
            return;
        }
        String name = SdkShape.Code.class.getName() + '$' + classes++;
        try {
            SdkShape.Code code =
                    (SdkShape.Code) loader.define(name, new ShapeWriter(name, List.copyOf(unbound.values())).write())
                            .getConstructor()
                            .newInstance();
            for (SdkShape shape : unbound.keySet()) {
                shape.bind(code);
            }
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
        unbound.clear();
    }
}
