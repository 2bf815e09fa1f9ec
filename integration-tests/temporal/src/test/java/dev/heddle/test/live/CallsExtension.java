package dev.heddle.test.live;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Selector;
import dev.heddle.api.Settings;

/** Prints each call. */
public final class CallsExtension implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(Selector.ALL, call -> {
            System.out.println("call: " + call.operation());
            return call.proceed();
        });
    }
}
