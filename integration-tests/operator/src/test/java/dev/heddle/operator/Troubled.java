package dev.heddle.operator;

import static dev.heddle.api.Selector.GRPC_CLIENT;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.RefusedException;
import dev.heddle.api.Settings;

/** Has accidents in one call of a worker, refuses another, and has a secret in what it throws. */
public final class Troubled implements Extension {
    private static final String SERVICE = "temporal.api.workflowservice.v1.WorkflowService/";

    @Override
    public void register(Interceptors interceptors, Settings settings) {
        String pin = settings.secret("pin");
        interceptors.on(GRPC_CLIENT.only(SERVICE + "PollActivityTaskQueue"), call -> {
            throw new IllegalStateException("no polling with " + pin + " and " + settings.get("token", "none"));
        });
        interceptors.on(GRPC_CLIENT.only(SERVICE + "PollNexusTaskQueue"), call -> {
            throw new RefusedException("no Nexus today");
        });
        if (settings.get("register", "works").equals("fails")) {
            throw new IllegalStateException("not with " + pin);
        }
    }
}
