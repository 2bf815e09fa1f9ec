package dev.heddle.grpc.extensions;

import echo.TextMarshaller;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.InputStream;
import java.util.concurrent.Executor;

/**
 * A service of four methods, one of each kind, that give back what they get or fail as {@link Raised} says. A handler
 * that works on another thread reports its failure to the library; one that works at once throws it.
 *
 * @param executor runs the handlers' work, {@code null} to do it at once
 */
record Service(String name, Executor executor) {
    /** A request that cannot be parsed. */
    static final String MALFORMED = "malformed";

    static MethodDescriptor<String, String> method(String service, MethodType type) {
        return MethodDescriptor.<String, String>newBuilder()
                .setFullMethodName(MethodDescriptor.generateFullMethodName(service, name(service, type)))
                .setType(type)
                .setRequestMarshaller(new Text())
                .setResponseMarshaller(new Text())
                .build();
    }

    /** Such as that service really has, else named as its kind. */
    private static String name(String service, MethodType type) {
        if (service.equals("grpc.health.v1.Health") && type == MethodType.UNARY) {
            return "Check";
        }
        if (service.equals("grpc.health.v1.Health") && type == MethodType.SERVER_STREAMING) {
            return "Watch";
        }
        return service.startsWith("grpc.reflection.") && type == MethodType.BIDI_STREAMING
                ? "ServerReflectionInfo"
                : type.name();
    }

    ServerServiceDefinition definition() {
        return ServerServiceDefinition.builder(name)
                .addMethod(method(name, MethodType.UNARY), ServerCalls.asyncUnaryCall(this::one))
                .addMethod(method(name, MethodType.SERVER_STREAMING), ServerCalls.asyncServerStreamingCall(this::one))
                .addMethod(method(name, MethodType.CLIENT_STREAMING), ServerCalls.asyncClientStreamingCall(this::many))
                .addMethod(method(name, MethodType.BIDI_STREAMING), ServerCalls.asyncBidiStreamingCall(this::many))
                .addMethod(method(name, MethodType.UNKNOWN), Service::coroutine)
                .build();
    }

    /** Closes the call itself with the exception as cause, as Kotlin's handlers do. */
    private static ServerCall.Listener<String> coroutine(ServerCall<String, String> call, Metadata headers) {
        call.close(Status.fromThrowable(new Raised.AcmeException("in a coroutine")), new Metadata());
        return new ServerCall.Listener<>() {};
    }

    private void one(String request, StreamObserver<String> responses) {
        if (request.startsWith("after ")) {
            responses.onNext("first");
            responses.onNext("second");
        }
        work(request.replace("after ", ""), responses, () -> {
            responses.onNext(request);
            responses.onCompleted();
        });
    }

    private StreamObserver<String> many(StreamObserver<String> responses) {
        return new StreamObserver<>() {
            @Override
            public void onNext(String request) {
                work(request, responses, () -> responses.onNext(request));
            }

            @Override
            public void onError(Throwable cancelled) {}

            @Override
            public void onCompleted() {
                work("", responses, responses::onCompleted);
            }
        };
    }

    private void work(String request, StreamObserver<String> responses, Runnable otherwise) {
        if (executor == null) {
            RuntimeException failure = raised(request);
            if (failure != null) {
                throw failure;
            }
            otherwise.run();
        } else {
            executor.execute(() -> {
                RuntimeException failure = raised(request);
                try {
                    if (failure == null) {
                        otherwise.run();
                    } else {
                        responses.onError(failure);
                    }
                } catch (IllegalStateException closed) {
                    // The end of the requests of a call that has failed.
                }
            });
        }
    }

    private static RuntimeException raised(String request) {
        try {
            return Raised.by(request);
        } catch (ReflectiveOperationException unknown) {
            throw new AssertionError(unknown);
        }
    }

    private static final class Text extends TextMarshaller {
        @Override
        public String parse(InputStream stream) {
            String text = super.parse(stream);
            if (text.equals(MALFORMED)) {
                throw new IllegalArgumentException(MALFORMED);
            }
            return text;
        }
    }
}
