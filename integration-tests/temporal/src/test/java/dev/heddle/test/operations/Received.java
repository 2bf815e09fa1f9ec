package dev.heddle.test.operations;

import io.temporal.client.schedules.ScheduleUpdateInput;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.ScheduleClientCallsInterceptor.UpdateScheduleInput;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that lies in what has arrived: parameters, the parts of an input object, and the parts of those. */
final class Received {
    private final List<Object> values = new ArrayList<>();
    private final Map<String, String> headers = new HashMap<>();

    Received(Object... parameters) {
        for (Object parameter : parameters) {
            add(parameter);
        }
    }

    List<Object> values() {
        return values;
    }

    Map<String, String> headers() {
        return headers;
    }

    private void add(Object value) {
        values.add(value);
        if (value instanceof Object[] array) {
            Arrays.stream(array).forEach(this::add);
        } else if (value instanceof List<?> list) {
            list.forEach(this::add);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
        } else if (value instanceof Header header) {
            header.getValues()
                    .forEach((name, payload) -> headers.put(
                            name,
                            DefaultDataConverter.newDefaultInstance()
                                    .fromPayload(payload, String.class, String.class)));
        } else if (value != null && isRecord(value.getClass().getName())) {
            addParts(value);
        }
        if (value instanceof UpdateScheduleInput update
                && update.getDescription().getSchedule() != null) {
            add(update.getUpdater().apply(new ScheduleUpdateInput(update.getDescription())));
        }
    }

    private static boolean isRecord(String className) {
        return className.startsWith("io.temporal.common.interceptors.")
                || className.startsWith("io.temporal.client.schedules.Schedule")
                || className.equals("io.nexusrpc.handler.OperationContext");
    }

    private void addParts(Object value) {
        for (Method method : value.getClass().getMethods()) {
            boolean getter =
                    method.getParameterCount() == 0 && method.getName().matches("(get|is)(?!Class|DeclaringClass).*");
            if (getter && method.getDeclaringClass() != Object.class) {
                Object part = read(value, method);
                if (method.getName().equals("getHeaders")) {
                    ((Map<?, ?>) part).forEach((name, text) -> headers.put((String) name, (String) text));
                }
                add(part);
            }
        }
    }

    static Object read(Object target, Method method) {
        try {
            return method.invoke(target);
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(method.toString(), failure);
        }
    }
}
