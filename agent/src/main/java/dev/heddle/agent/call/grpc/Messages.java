package dev.heddle.agent.call.grpc;

import dev.heddle.api.GrpcMethodType;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.ReflectableMarshaller;

/** What the library's description of a method says of its messages. */
public final class Messages {
    private Messages() {}

    /** How many messages a method takes and gives. */
    public static GrpcMethodType type(MethodDescriptor<?, ?> method) {
        return switch (method.getType()) {
            case UNARY -> GrpcMethodType.UNARY;
            case CLIENT_STREAMING -> GrpcMethodType.CLIENT_STREAMING;
            case SERVER_STREAMING -> GrpcMethodType.SERVER_STREAMING;
            default -> GrpcMethodType.BIDI_STREAMING;
        };
    }

    /** Whether a message can take the place of another one, which may be unknown. */
    static boolean fits(Object message, Object original, Marshaller<?> marshaller) {
        if (marshaller instanceof ReflectableMarshaller<?> reflectable) {
            return reflectable.getMessageClass().isInstance(message);
        }
        return message != null && (original == null || message.getClass() == original.getClass());
    }
}
