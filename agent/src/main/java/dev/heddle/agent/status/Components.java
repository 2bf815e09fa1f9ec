package dev.heddle.agent.status;

import java.lang.reflect.RecordComponent;

/** Reads records. */
final class Components {
    private Components() {}

    static Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
