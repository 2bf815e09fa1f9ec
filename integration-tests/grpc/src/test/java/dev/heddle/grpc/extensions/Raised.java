package dev.heddle.grpc.extensions;

import dev.heddle.api.GrpcException;
import io.grpc.Metadata;
import io.grpc.Status;

/** What a handler of the test's application fails with, by a request of a word and a text. */
final class Raised {
    static final Metadata.Key<String> DETAIL = Metadata.Key.of("detail", Metadata.ASCII_STRING_MARSHALLER);

    private Raised() {}

    /** The failure that a request asks for, or {@code null}. */
    static RuntimeException by(String request) throws ReflectiveOperationException {
        String[] words = request.split(" ", 3);
        String text = words.length > 2 ? words[2] : null;
        return switch (words[0]) {
            case "throw" -> exception(words[1], text);
            case "wrap" -> new IllegalStateException(exception(words[1], text));
            case "typed" -> exception(GrpcException.class.getName() + '$' + words[1], text);
            case "status" -> status(words[1], text);
            case "downstream" -> new AcmeException("of ours", status(words[1], text));
            default -> null;
        };
    }

    private static RuntimeException exception(String className, String text) throws ReflectiveOperationException {
        Class<?> type = Class.forName(className);
        return (RuntimeException)
                (text == null
                        ? type.getDeclaredConstructor().newInstance()
                        : type.getDeclaredConstructor(String.class).newInstance(text));
    }

    private static RuntimeException status(String code, String text) {
        Metadata trailers = new Metadata();
        trailers.put(DETAIL, "trailer");
        return Status.Code.valueOf(code).toStatus().withDescription(text).asRuntimeException(trailers);
    }

    /** An exception of the application's own. */
    static final class AcmeException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        AcmeException(String message) {
            super(message);
        }

        AcmeException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
