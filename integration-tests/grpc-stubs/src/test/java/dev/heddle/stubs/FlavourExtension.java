package dev.heddle.stubs;

import static dev.heddle.api.Selector.GRPC_CLIENT;
import static dev.heddle.api.Selector.GRPC_SERVER;

import dev.heddle.api.Extension;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Intercepts each service's calls as its name says. */
public final class FlavourExtension implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors
                .on(GRPC_CLIENT.only("proceed.*", "observe.*", "response.*"), FlavourExtension::intercept)
                .on(GRPC_SERVER.only("proceed.*", "observe.*", "response.*"), FlavourExtension::intercept);
    }

    private static Object intercept(GrpcCall call) {
        Player.intercepted();
        switch (call.methodName().packageName()) {
            case "observe":
                call.events(new GrpcEvents() {});
                call.onCompletion((response, failure) -> {});
                return call.proceed();
            case "response":
                return call.response();
            default:
                return call.proceed();
        }
    }
}
