package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.temporal.Property;
import dev.heddle.agent.call.temporal.SdkShape;
import dev.heddle.agent.call.temporal.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A class of the SDK and what the code of its shape is to do.
 *
 * @param parameters of the constructor, each with the getter that gives it back
 * @param paths the properties that there are
 */
record ShapePlan(Class<?> type, List<ConstructorReader.Parameter> parameters, Map<Property, PropertyPath> paths) {
    /** The shape, without its code. */
    SdkShape shape(int index) {
        List<Shape.Component> components = new ArrayList<>();
        for (ConstructorReader.Parameter parameter : parameters) {
            components.add(new Shape.Component(parameter.name(), parameter.type()));
        }
        long properties = 0;
        for (Property property : paths.keySet()) {
            properties |= 1L << property.ordinal();
        }
        return new SdkShape(index, List.copyOf(components), properties);
    }
}
