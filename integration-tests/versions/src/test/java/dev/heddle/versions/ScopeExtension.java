package dev.heddle.versions;

import static dev.heddle.api.Selector.WORKFLOW_INBOUND;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Has a thread local, which the application has put among the system's properties, say whose code runs. */
public final class ScopeExtension implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        @SuppressWarnings("unchecked")
        ThreadLocal<String> current =
                (ThreadLocal<String>) System.getProperties().get("sample.scope");
        interceptors.on(WORKFLOW_INBOUND, call -> {
            String name = call.operation().name();
            call.scope(() -> open(current, name));
            return call.proceed();
        });
    }

    private static AutoCloseable open(ThreadLocal<String> current, String name) {
        String before = current.get();
        current.set(before == null ? name : before + ' ' + name);
        return () -> current.set(before);
    }
}
