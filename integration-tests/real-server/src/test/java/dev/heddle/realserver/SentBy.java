package dev.heddle.realserver;

import static dev.heddle.api.Selector.ALL;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Says in a header of whatever leaves, where that can have one, which operation it was. */
public final class SentBy implements Extension {
    static final String HEADER = "sent-by";

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(ALL, call -> {
            call.headers().putIfWritable(HEADER, call.operation().toString());
            return call.proceed();
        });
    }
}
