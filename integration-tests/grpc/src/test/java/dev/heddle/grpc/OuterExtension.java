package dev.heddle.grpc;

import static dev.heddle.api.Selector.GRPC_CLIENT;
import static dev.heddle.api.Selector.GRPC_SERVER;

import dev.heddle.api.Extension;
import dev.heddle.api.GrpcServer;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** See {@link Interceptions.Place#OUTER}. */
public final class OuterExtension implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors
                .on(GRPC_CLIENT.only("dummy.Dummy/*", "grpc.*/*"), Interceptions.Place.OUTER::intercept)
                .on(
                        GRPC_SERVER.only("dummy.Dummy/*", "served.Served/*", "grpc.*/*"),
                        Interceptions.Place.OUTER::intercept);
    }

    @Override
    public void onServerStart(GrpcServer server) {
        Interceptions.started(server);
    }

    @Override
    public int order() {
        return 1;
    }
}
