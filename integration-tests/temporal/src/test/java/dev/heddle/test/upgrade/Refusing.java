package dev.heddle.test.upgrade;

import static dev.heddle.api.Selector.CLIENT;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.RefusedException;
import dev.heddle.api.Settings;

/** A guard that lets nothing start. */
public final class Refusing implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(CLIENT.only("start"), call -> {
            throw new RefusedException("not today");
        });
    }

    @Override
    public boolean failClosed() {
        return true;
    }
}
