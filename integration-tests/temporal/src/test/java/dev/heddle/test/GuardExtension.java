package dev.heddle.test;

import static dev.heddle.api.Selector.ALL;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** A fail-closed interceptor of every operation, within the others, which does what the guards say. */
public final class GuardExtension implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(ALL, Probe::guard);
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public boolean failClosed() {
        return true;
    }
}
