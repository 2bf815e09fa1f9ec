package io.vertx.grpcio.server.impl;

import io.grpc.ServerServiceDefinition;

/** Has a service as the class of that name of Vert.x does. */
public final class GrpcIoServiceBridgeImpl {
    private final ServerServiceDefinition serviceDef;

    public GrpcIoServiceBridgeImpl(ServerServiceDefinition serviceDef) {
        this.serviceDef = serviceDef;
    }

    public ServerServiceDefinition service() {
        return serviceDef;
    }
}
