package dev.heddle.agent.call.grpc;

import dev.heddle.api.GrpcKind;
import io.grpc.MethodDescriptor;

/** Translates the library's kinds of methods. */
final class Kinds {
    private Kinds() {}

    static GrpcKind of(MethodDescriptor<?, ?> method) {
        return switch (method.getType()) {
            case UNARY -> GrpcKind.UNARY;
            case CLIENT_STREAMING -> GrpcKind.CLIENT_STREAMING;
            case SERVER_STREAMING -> GrpcKind.SERVER_STREAMING;
            default -> GrpcKind.BIDI_STREAMING;
        };
    }
}
