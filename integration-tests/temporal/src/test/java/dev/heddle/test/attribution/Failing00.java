package dev.heddle.test.attribution;

import static dev.heddle.api.Selector.ALL;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Fails in every call, before it and after; packed under many names. */
public final class Failing00 implements Extension {
    private boolean before;

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(ALL, call -> {
            before = !before;
            if (before) {
                throw new IllegalStateException("before the call");
            }
            call.proceed();
            throw new IllegalArgumentException("after the call", new NullPointerException());
        });
    }
}
