package dev.heddle.test;

import static dev.heddle.api.Selector.CLIENT;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Prints each start of a workflow, so that the output of a JVM tells whether it is at work. */
public final class AnnouncingExtension implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(CLIENT.only("start"), call -> {
            System.out.println("intercepted: " + call.operation().name());
            return call.proceed();
        });
    }
}
