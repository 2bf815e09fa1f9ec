package dev.heddle.agent.call.temporal;

import java.util.List;

/**
 * A accessors whose code is generated from the class as the application's SDK version has it, so that reading costs plain
 * calls. The accessors that are made together share one generated class: a class of its own for each would take longer to
 * load than all that is in it.
 */
public final class GeneratedAccessors extends Accessors {
    private final int index;
    private Code code;

    /** What is generated. The accessors of a class are known by their index, properties by their ordinal. */
    public abstract static class Code {
        /** Called by generated code. */
        protected Code() {}

        /** What the getters of a property return, or {@code null} where one of them does. */
        protected abstract Object read(int accessors, int property, Object source);

        /** The value of one component. */
        protected abstract Object take(int accessors, int component, Object source);

        /** Makes an object of these components. */
        protected abstract Object make(int accessors, Object[] values);
    }

    /** A accessors that is bound to its code before the first call. */
    public GeneratedAccessors(int index, List<Component> components, long properties) {
        super(components, properties);
        this.index = index;
    }

    /** Binds the accessors to its code. */
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
