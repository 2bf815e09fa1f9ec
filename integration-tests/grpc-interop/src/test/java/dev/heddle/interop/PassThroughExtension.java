package dev.heddle.interop;

import static dev.heddle.api.Selector.GRPC_CLIENT;
import static dev.heddle.api.Selector.GRPC_SERVER;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Intercepts every gRPC call. The interceptors themselves are classes of the application, where tests reach them. */
public final class PassThroughExtension implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.on(GRPC_CLIENT, Side.CLIENT).on(GRPC_SERVER, Side.SERVER);
    }
}
