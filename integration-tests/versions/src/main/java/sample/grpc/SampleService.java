package sample.grpc;

import echo.Echo;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import java.util.List;
import java.util.stream.Stream;
import sample.Journal;

/** A service with a method of each kind, which notes what arrives. */
final class SampleService {
    private final String name;

    /** The service of that name. */
    SampleService(String name) {
        this.name = name;
    }

    ServerServiceDefinition definition() {
        List<MethodDescriptor<String, String>> methods = Stream.of(
                        MethodType.UNARY,
                        MethodType.SERVER_STREAMING,
                        MethodType.CLIENT_STREAMING,
                        MethodType.BIDI_STREAMING)
                .map(this::method)
                .toList();
        return Echo.service(name, methods, method -> Journal.once("grpc server " + operation(method.getType())));
    }

    /** The name that its calls have. */
    String operation(MethodType type) {
        return name + '/' + title(type);
    }

    MethodDescriptor<String, String> method(MethodType type) {
        return Echo.method(name, title(type), type);
    }

    private static String title(MethodType type) {
        return switch (type) {
            case UNARY -> "Unary";
            case CLIENT_STREAMING -> "ClientStream";
            case SERVER_STREAMING -> "ServerStream";
            default -> "BidiStream";
        };
    }
}
