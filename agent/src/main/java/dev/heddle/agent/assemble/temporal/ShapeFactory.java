package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.AgentLoader;
import dev.heddle.agent.call.temporal.Property;
import dev.heddle.agent.call.temporal.Shape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the {@link Shape} of a class of the SDK, once each. Used under the lock of its {@link FamilyBuilder}. */
final class ShapeFactory {
    private final AgentLoader loader;
    private final Getters getters;
    private final Map<Class<?>, Shape> shapes = new HashMap<>();

    ShapeFactory(AgentLoader loader, Getters getters) {
        this.loader = loader;
        this.getters = getters;
    }

    /** The shape of a class, without the properties that its getters do not mean. */
    Shape of(Class<?> type, Set<Property> without) {
        Shape known = shapes.get(type);
        if (known == null) {
            known = make(type, without);
            shapes.put(type, known);
        }
        return known;
    }

    private Shape make(Class<?> type, Set<Property> without) {
        List<ConstructorReader.Parameter> parameters = ConstructorReader.read(type, getters);
        Map<Property, PropertyPath> paths = new EnumMap<>(Property.class);
        long properties = 0;
        for (Property property : Property.values()) {
            PropertyPath path = without.contains(property) ? null : getters.path(type, property);
            if (path != null) {
                paths.put(property, path);
                properties |= 1L << property.ordinal();
            }
        }
        List<Shape.Component> components = new ArrayList<>();
        for (ConstructorReader.Parameter parameter : parameters) {
            components.add(new Shape.Component(parameter.name(), parameter.type()));
        }
        String name = Shape.class.getPackageName() + ".Shape$" + type.getName().replace('.', '_');
        try {
            return (Shape) loader.define(name, new ShapeWriter(name, type, parameters, paths).write())
                    .getConstructor(List.class, long.class)
                    .newInstance(List.copyOf(components), properties);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
