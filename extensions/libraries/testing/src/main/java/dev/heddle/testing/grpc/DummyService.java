package dev.heddle.testing.grpc;

import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * A service with a method of each kind, whose messages are text and which needs no generated code: {@link #UNARY} echoes,
 * {@link #CLIENT_STREAM} concatenates, {@link #SERVER_STREAM} splits into characters, {@link #BIDI} echoes each message.
 * A special case answers a message otherwise, or fails. Describe it before it is bound; then it is thread-safe.
 *
 * <p>What a handler throws leaves it as it would leave an application's: out of the handler, or
 * {@linkplain #completingOn asynchronously} through the observer.
 */
public final class DummyService implements BindableService {
    /** The full name of the service. */
    public static final String NAME = "dummy.DummyService";

    /** Answers with the request. */
    public static final MethodDescriptor<String, String> UNARY = method("Unary", MethodType.UNARY);
    /** Answers with all requests as one. */
    public static final MethodDescriptor<String, String> CLIENT_STREAM =
            method("ClientStream", MethodType.CLIENT_STREAMING);
    /** Answers with each character of the request. */
    public static final MethodDescriptor<String, String> SERVER_STREAM =
            method("ServerStream", MethodType.SERVER_STREAMING);
    /** Answers each request with itself. */
    public static final MethodDescriptor<String, String> BIDI = method("Bidi", MethodType.BIDI_STREAMING);

    /** A special case. */
    @FunctionalInterface
    public interface Answer {
        /** What takes the place of the input. */
        String to(String input) throws Throwable;
    }

    private final Map<String, Answer> special = new ConcurrentHashMap<>();
    private Executor executor;
    private boolean manualFlowControl;

    private static MethodDescriptor<String, String> method(String name, MethodType type) {
        return MethodDescriptor.newBuilder(StringMarshaller.INSTANCE, StringMarshaller.INSTANCE)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(NAME, name))
                .setType(type)
                .build();
    }

    /** Answers a message otherwise, in every method. */
    public DummyService answers(String input, Answer answer) {
        special.put(input, answer);
        return this;
    }

    /** Fails at a message, in every method, with this very exception or error. */
    public DummyService raises(String input, Throwable failure) {
        return answers(input, ignored -> {
            throw failure;
        });
    }

    /** Has handlers return at once and complete on another thread, as asynchronous ones do. */
    public DummyService completingOn(Executor other) {
        executor = other;
        return this;
    }

    /** Has handlers ask for each request, and answer only while the client takes it. */
    public DummyService manualFlowControl() {
        manualFlowControl = true;
        return this;
    }

    String answer(String input) throws Throwable {
        Answer answer = special.get(input);
        return answer == null ? input : answer.to(input);
    }

    @Override
    public ServerServiceDefinition bindService() {
        Handlers handlers = new Handlers(this, executor, manualFlowControl);
        return ServerServiceDefinition.builder(NAME)
                .addMethod(UNARY, ServerCalls.asyncUnaryCall(handlers::unary))
                .addMethod(CLIENT_STREAM, ServerCalls.asyncClientStreamingCall(handlers::clientStream))
                .addMethod(SERVER_STREAM, ServerCalls.asyncServerStreamingCall(handlers::serverStream))
                .addMethod(BIDI, ServerCalls.asyncBidiStreamingCall(handlers::bidi))
                .build();
    }
}
