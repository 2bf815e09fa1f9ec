package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.AgentLog;
import java.util.List;

/** Keeps a value of the wrong type from reaching the SDK, where it would look like the application's fault. */
final class Fit {
    private Fit() {}

    static boolean all(List<Class<?>> types, Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!one(types.get(i), values[i])) {
                return false;
            }
        }
        return true;
    }

    static boolean one(Class<?> type, Object value) {
        boolean number = Number.class.isAssignableFrom(type) || type == Boolean.class;
        if (value == null ? !number : type.isInstance(value)) {
            return true;
        }
        AgentLog.get()
                .error(
                        "an interceptor put a {} in the place of a {}: the call goes on with the application's own",
                        value == null ? "null" : value.getClass().getName(),
                        type.getName());
        return false;
    }
}
