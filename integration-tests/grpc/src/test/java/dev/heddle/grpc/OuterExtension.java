package dev.heddle.grpc;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** See {@link Interceptions.Place#OUTER}. */
public final class OuterExtension implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors
                .grpcClient(Interceptions.Place.OUTER::intercept, "dummy.Dummy/*")
                .grpcServer(Interceptions.Place.OUTER::intercept, "dummy.Dummy/*", "served.Served/*");
    }

    @Override
    public int order() {
        return 1;
    }
}
