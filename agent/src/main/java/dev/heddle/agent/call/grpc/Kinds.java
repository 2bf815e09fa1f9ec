package dev.heddle.agent.call.grpc;

import dev.heddle.api.GrpcMethodType;
import io.grpc.MethodDescriptor;

/** Translates the library's kinds of methods. */
final class Kinds {
    private Kinds() {}

    static GrpcMethodType of(MethodDescriptor<?, ?> method) {
        return switch (method.getType()) {
            case UNARY -> GrpcMethodType.UNARY;
            case CLIENT_STREAMING -> GrpcMethodType.CLIENT_STREAMING;
            case SERVER_STREAMING -> GrpcMethodType.SERVER_STREAMING;
            default -> GrpcMethodType.BIDI_STREAMING;
        };
    }
}
