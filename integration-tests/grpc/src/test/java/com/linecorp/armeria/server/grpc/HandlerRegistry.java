package com.linecorp.armeria.server.grpc;

import io.grpc.ServerServiceDefinition;

/** Asks for a service as Armeria's class of that name does. */
public final class HandlerRegistry {
    private HandlerRegistry() {}

    /** What Armeria has of each service. */
    public record Entry(ServerServiceDefinition service) {}

    /** Armeria's makes a registry of all entries. */
    public static final class Builder {
        public ServerServiceDefinition build(Entry entry) {
            return entry.service();
        }
    }
}
