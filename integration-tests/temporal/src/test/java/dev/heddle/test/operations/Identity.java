package dev.heddle.test.operations;

import dev.heddle.api.ActivityCall;
import dev.heddle.api.Call;
import dev.heddle.api.NexusCall;
import dev.heddle.api.TemporalCall;
import dev.heddle.api.TemporalClientCall;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that a call says of who is calling what. */
final class Identity {
    private static final List<Class<?>> CALLS =
            List.of(Call.class, TemporalCall.class, TemporalClientCall.class, ActivityCall.class, NexusCall.class);
    private static final List<Class<?>> KINDS = List.of(String.class, int.class, boolean.class, Instant.class);

    private Identity() {}

    /** Every accessor's value, without those that have none. */
    static Map<String, Object> of(Call call) {
        Map<String, Object> identity = new TreeMap<>();
        for (Class<?> type : CALLS) {
            for (Method method : type.isInstance(call) ? type.getMethods() : new Method[0]) {
                if (method.getParameterCount() == 0 && KINDS.contains(method.getReturnType())) {
                    Object value = Received.read(call, method);
                    if (value != null && !value.equals(0) && !value.equals(false)) {
                        identity.put(method.getName(), value.toString());
                    }
                }
            }
        }
        return identity;
    }
}
