package dev.heddle.soak;

import static echo.Echo.method;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import java.util.List;

/** The gRPC service: what it takes, and what it must answer. Its messages are texts. */
public final class Echo {
    static final String NAME = "soak.Echo";
    /** Of any other service, to see whether there is a connection. */
    static final MethodDescriptor<String, String> PING = method("soak.Alive", "Ping", MethodType.UNARY);

    static final MethodDescriptor<String, String> UNARY = method(NAME, "Unary", MethodType.UNARY);
    static final MethodDescriptor<String, String> SERVER_STREAM =
            method(NAME, "ServerStream", MethodType.SERVER_STREAMING);
    static final MethodDescriptor<String, String> CLIENT_STREAM =
            method(NAME, "ClientStream", MethodType.CLIENT_STREAMING);
    static final MethodDescriptor<String, String> BIDI = method(NAME, "Bidi", MethodType.BIDI_STREAMING);

    /** Says which call it is. */
    static final Metadata.Key<String> NUMBER = Metadata.Key.of("number", Metadata.ASCII_STRING_MARSHALLER);

    private Echo() {}

    static List<String> requests(Kind kind, int number) {
        return switch (kind) {
            case CLIENT_STREAM, BIDI -> List.of(number + ":a", number + ":b", number + ":c");
            default -> List.of(number + ":a");
        };
    }

    /** A response stream repeats each request or has it three times, one response has all requests. */
    static List<String> responses(Kind kind, int number) {
        List<String> requests = requests(kind, number);
        return switch (kind) {
            case SERVER_STREAM -> List.of(requests.get(0), requests.get(0), requests.get(0));
            case BIDI -> requests;
            default -> List.of(String.join(" ", requests));
        };
    }

    /** The same as an interceptor answers it. */
    public static Object answer(Kind kind, int number) {
        List<String> responses = responses(kind, number);
        return kind == Kind.SERVER_STREAM || kind == Kind.BIDI ? responses : responses.get(0);
    }
}
