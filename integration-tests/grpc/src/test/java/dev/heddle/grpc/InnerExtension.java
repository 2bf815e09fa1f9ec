package dev.heddle.grpc;

import static dev.heddle.api.Selector.GRPC_CLIENT;
import static dev.heddle.api.Selector.GRPC_SERVER;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** See {@link Interceptions.Place#INNER}. */
public final class InnerExtension implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors
                .on(GRPC_CLIENT.only("dummy.Dummy/*"), Interceptions.Place.INNER::intercept)
                .on(GRPC_SERVER.only("dummy.Dummy/*", "served.Served/*"), Interceptions.Place.INNER::intercept);
    }

    @Override
    public int order() {
        return 2;
    }
}
