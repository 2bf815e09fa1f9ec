package dev.heddle.grpc;

import static dev.heddle.api.Selector.GRPC_CLIENT;
import static dev.heddle.api.Selector.GRPC_SERVER;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Lets every call of one service pass. */
public final class PassThroughExtension implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors
                .on(GRPC_CLIENT.only("wanted.Wanted/*"), call -> call.proceed())
                .on(GRPC_SERVER.only("wanted.Wanted/*"), call -> call.proceed());
    }
}
