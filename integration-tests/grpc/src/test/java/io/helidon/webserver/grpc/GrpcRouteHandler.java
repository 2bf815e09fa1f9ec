package io.helidon.webserver.grpc;

import io.grpc.ServerCallHandler;

/** Has a handler as Helidon's class of that name does. */
public final class GrpcRouteHandler {
    private final ServerCallHandler<String, String> callHandler;

    public GrpcRouteHandler(ServerCallHandler<String, String> callHandler) {
        this.callHandler = callHandler;
    }

    public ServerCallHandler<String, String> callHandler() {
        return callHandler;
    }
}
