package dev.heddle.test.cost;

import static dev.heddle.api.Selector.ALL;

import dev.heddle.api.Call;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Passes every call on. */
public final class Passing implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(ALL, Call::proceed);
    }
}
