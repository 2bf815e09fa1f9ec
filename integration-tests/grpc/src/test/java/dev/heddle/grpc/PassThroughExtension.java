package dev.heddle.grpc;

import dev.heddle.api.Extension;
import dev.heddle.api.Interceptors;
import dev.heddle.api.Settings;

/** Lets every call of one service pass. */
public final class PassThroughExtension implements Extension {
    @Override
    public void register(Interceptors interceptors, Settings settings) {
        interceptors
                .grpcClient(call -> call.proceed(), "wanted.Wanted/*")
                .grpcServer(call -> call.proceed(), "wanted.Wanted/*");
    }
}
