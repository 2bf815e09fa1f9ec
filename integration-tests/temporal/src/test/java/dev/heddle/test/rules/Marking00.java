package dev.heddle.test.rules;

import static dev.heddle.api.Selector.CLIENT;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Says when a call comes by; packed under several names, each with the order that a system property gives it. */
public final class Marking00 implements Extension {
    private String name;

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        name = settings.extension();
        interceptors
                .on(CLIENT.only("start"), call -> {
                    System.out.println("passes " + name);
                    return call.proceed();
                })
                .on(CLIENT.only("start"), call -> {
                    System.out.println("passes " + name + " again");
                    return call.proceed();
                });
    }

    @Override
    public int order() {
        return Integer.getInteger("test.order." + getClass().getSimpleName(), 0);
    }
}
