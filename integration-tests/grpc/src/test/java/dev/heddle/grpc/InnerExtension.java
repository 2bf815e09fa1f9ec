package dev.heddle.grpc;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** See {@link Interceptions.Place#INNER}. */
public final class InnerExtension implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors
                .grpcClient(Interceptions.Place.INNER::intercept, "dummy.Dummy/*")
                .grpcServer(Interceptions.Place.INNER::intercept, "dummy.Dummy/*", "served.Served/*");
    }

    @Override
    public int order() {
        return 2;
    }
}
