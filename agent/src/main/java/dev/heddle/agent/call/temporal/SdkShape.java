package dev.heddle.agent.call.temporal;

import java.util.List;

/**
 * A shape whose code is generated from the class as the application's SDK version has it, so that reading costs plain
 * calls. The shapes that are made together share one generated class: a class of its own for each would take longer to
 * load than all that is in it.
 */
public final class SdkShape extends Shape {
    private final int index;
    private Code code;

    /** What is generated. Shapes are known by their index, properties by their ordinal. */
    public abstract static class Code {
        /** Called by generated code. */
        protected Code() {}

        /** What the getters of a property return, or {@code null} where one of them does. */
        protected abstract Object read(int shape, int property, Object source);

        /** The value of one component. */
        protected abstract Object take(int shape, int component, Object source);

        /** Makes an object of these components. */
        protected abstract Object make(int shape, Object[] values);
    }

    /** A shape that is bound to its code before the first call. */
    public SdkShape(int index, List<Component> components, long properties) {
        super(components, properties);
        this.index = index;
    }

    /** Binds the shape to its code. */
    public void bind(Code generated) {
        code = generated;
    }

    @Override
    public Object read(Property property, Object source) {
        return has(property) ? plain(code.read(index, property.ordinal(), source)) : null;
    }

    @Override
    public Object[] take(Object source) {
        Object[] values = new Object[components().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = take(source, i);
        }
        return values;
    }

    @Override
    public Object take(Object source, int component) {
        return code.take(index, component, source);
    }

    @Override
    public Object make(Object[] values) {
        return code.make(index, values);
    }
}
