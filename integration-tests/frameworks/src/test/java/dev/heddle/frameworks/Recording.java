package dev.heddle.frameworks;

import static dev.heddle.api.Selector.INBOUND;
import static dev.heddle.api.Selector.OUTBOUND;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Prints each call that leaves or arrives, with what a header brought that the former has set. */
public final class Recording implements Extension {
    static final String PREFIX = "extension: ";

    private static final String HEADER = "sent-by";

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(OUTBOUND, call -> {
            call.headers().put(HEADER, call.operation().name());
            System.out.println(PREFIX + call.operation());
            return call.proceed();
        });
        interceptors.on(INBOUND, call -> {
            System.out.println(
                    PREFIX + call.operation() + ", sent by " + call.headers().get(HEADER));
            return call.proceed();
        });
    }
}
