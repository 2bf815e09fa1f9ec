package dev.heddle.extension.contextpropagation;

import static dev.heddle.api.Selector.INBOUND;
import static dev.heddle.api.Selector.OUTBOUND;

import dev.heddle.api.Extension;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;
import org.slf4j.MDC;

/**
 * Carries the MDC entries that the setting {@code keys} lists (default {@code userId}) in headers of the same names, or
 * with {@code header-prefix} before them. Each is in place while the called code runs; where no readable header comes,
 * MDC stays as it is. Functions of {@code Async} and callbacks of promises run on threads of Temporal's, without it.
 */
public final class ContextPropagation implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        for (String key : settings.list("keys", "userId")) {
            String header = settings.get("header-prefix", "") + key;
            interceptors.on(OUTBOUND, call -> {
                if (MDC.get(key) != null) call.headers().put(header, MDC.get(key));
                return call.proceed();
            });
            interceptors.on(INBOUND, call -> {
                String value = call.headers().get(header);
                if (call instanceof GrpcCall stream) stream.scope(() -> put(key, value));
                try (AutoCloseable before = put(key, value)) {
                    return call.proceed();
                }
            });
        }
    }

    private static AutoCloseable put(String key, String value) {
        String before = MDC.get(key);
        if (value != null) MDC.put(key, value);
        return before == null ? () -> MDC.remove(key) : () -> MDC.put(key, before);
    }
}
