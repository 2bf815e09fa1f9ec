package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.temporal.Accessors;
import dev.heddle.agent.call.temporal.GeneratedAccessors;
import dev.heddle.agent.call.temporal.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A class of the SDK and what the code of its accessors is to do.
 *
 * @param parameters of the constructor, each with the getter that gives it back
 * @param paths the properties that there are
 */
record AccessorsPlan(Class<?> type, List<ConstructorReader.Parameter> parameters, Map<Property, PropertyPath> paths) {
    /** The accessors, without its code. */
    GeneratedAccessors accessors(int index) {
        List<Accessors.Component> components = new ArrayList<>();
        for (ConstructorReader.Parameter parameter : parameters) {
            components.add(new Accessors.Component(parameter.name(), parameter.type()));
        }
        long properties = 0;
        for (Property property : paths.keySet()) {
            properties |= 1L << property.ordinal();
        }
        return new GeneratedAccessors(index, List.copyOf(components), properties);
    }
}
