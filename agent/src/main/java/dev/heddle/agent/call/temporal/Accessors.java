package dev.heddle.agent.call.temporal;

import java.util.List;
import java.util.Optional;

/** How to read an object of one of the SDK's classes, and to make another like it. */
public abstract class Accessors {
    private final List<Component> components;
    private final long properties;

    /**
     * One parameter of the class's widest constructor.
     *
     * @param name of the field it sets
     * @param type its erased type
     */
    public record Component(String name, Class<?> type) {}

    /**
     * A accessors.
     *
     * @param components empty where the class cannot be made anew
     * @param properties a bit for each {@link Property} there is
     */
    Accessors(List<Component> components, long properties) {
        this.components = components;
        this.properties = properties;
    }

    /** A property's value, or {@code null} if there is none; empty optionals and texts count as none. */
    public abstract Object read(Property property, Object source);

    /** The values of all components. */
    public abstract Object[] take(Object source);

    /** The value of one component. */
    public abstract Object take(Object source, int component);

    /** Makes an object of these components. */
    public abstract Object make(Object[] values);

    /** The constructor's parameters. */
    public final List<Component> components() {
        return components;
    }

    /** Whether the class has a property. */
    public final boolean has(Property property) {
        return (properties & 1L << property.ordinal()) != 0;
    }

    /** The position of the first component of one of these names, or -1. */
    public final int indexOf(String... names) {
        for (int i = 0; i < components.size(); i++) {
            for (String name : names) {
                if (components.get(i).name().equals(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** A value without the optional around it; empty optionals and texts are {@code null}. */
    static Object plain(Object value) {
        Object bare = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return "".equals(bare) ? null : bare;
    }
}
