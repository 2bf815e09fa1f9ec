package dev.heddle.grpc;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** See {@link Interceptions.Place#GUARD}. */
public final class GuardExtension implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors
                .grpcClient(Interceptions.Place.GUARD::intercept, "dummy.Dummy/*")
                .grpcServer(Interceptions.Place.GUARD::intercept, "dummy.Dummy/*", "served.Served/*");
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public boolean failClosed() {
        return true;
    }
}
