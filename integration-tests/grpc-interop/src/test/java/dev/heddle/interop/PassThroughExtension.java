package dev.heddle.interop;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Intercepts every gRPC call. The interceptors themselves are classes of the application, where tests reach them. */
public final class PassThroughExtension implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors.grpcClient(Side.CLIENT).grpcServer(Side.SERVER);
    }
}
