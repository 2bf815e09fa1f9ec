package dev.heddle.test;

import static dev.heddle.api.Selector.ALL;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Operation;
import dev.heddle.api.Settings;

/** Three interceptors of every operation, which do what the {@link Probe}s say. */
public final class ProbeExtension implements Extension {
    static final int INTERCEPTORS = 3;

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        Probe.logTo(settings.logger());
        interceptors.on(
                ALL.matching(operation -> {
                    Probe.offer(operation);
                    return false;
                }),
                call -> call.proceed());
        for (int i = 0; i < INTERCEPTORS; i++) {
            int index = i;
            interceptors.on(ALL, call -> Probe.intercept(index, call));
        }
    }

    @Override
    public void onFailure(Operation operation, Throwable failure) {
        Probe.failed(failure);
    }
}
