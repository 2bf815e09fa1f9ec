package dev.heddle.test.neutrality;

import static dev.heddle.api.Selector.WORKFLOW_OUTBOUND;

import dev.heddle.api.Call;
import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Wants one operation, so that Heddle stands in front of all others too and lets them straight on. */
public final class OneOperation implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(WORKFLOW_OUTBOUND.only("getVersion"), Call::proceed);
    }
}
