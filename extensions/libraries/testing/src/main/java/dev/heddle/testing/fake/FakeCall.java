package dev.heddle.testing.fake;

import dev.heddle.api.Attribute;
import dev.heddle.api.Category;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcMethodName;
import dev.heddle.api.GrpcMethodType;
import dev.heddle.api.Headers;
import dev.heddle.api.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A call to be made: what its accessors return, then {@link #through}. An accessor that was not told a value returns
 * what a plain call has, or else {@code null}, 0 or {@code false}. Each pass makes a {@link dev.heddle.api.Call} of its
 * own on the same headers and attributes.
 */
public final class FakeCall {
    /** Stands for the library, or for the application's code that it calls; what finishes later answers a stage. */
    @FunctionalInterface
    public interface Library {
        Object answer(Object... arguments) throws Throwable;
    }

    final Map<String, Object> values = new HashMap<>();
    final List<Object> objects = new ArrayList<>();
    final List<GrpcEvents> events = new ArrayList<>();
    final FakeHeaders headers;
    Map<Object, Object> attributes = new IdentityHashMap<>();
    Operation operation;
    private Object[] arguments = {};

    private FakeCall(Operation operation) {
        Category category = operation.category();
        this.operation = operation;
        this.headers = new FakeHeaders(category.outbound(), isGrpc(category) || category == Category.NEXUS_INBOUND);
        if (isGrpc(category)) {
            with("name", operation.name());
            with("methodType", GrpcMethodType.UNARY);
            if (operation.name().contains("/")) {
                with("methodName", GrpcMethodName.parse(operation.name()));
            }
        }
        with("startedAt", Instant.EPOCH);
        with("currentTime", Instant.EPOCH);
        with("newId", new UUID(0, 1));
        with("logger", new FakeLogger(operation.name()));
    }

    private static boolean isGrpc(Category category) {
        return category == Category.GRPC_CLIENT || category == Category.GRPC_SERVER;
    }

    /** A call of an operation that carries headers; of gRPC a unary one, unless its {@code methodType} is another. */
    public static FakeCall of(Category category, String operation) {
        return new FakeCall(Operation.of(category, operation, true));
    }

    /** Makes it a call that carries no headers. */
    public FakeCall withoutHeaders() {
        operation = Operation.of(operation.category(), operation.name(), false);
        headers.makeReadOnly();
        return this;
    }

    /** Adds a header, also to a call that arrives. */
    public FakeCall header(String name, Object value) {
        headers.receive(name, value);
        return this;
    }

    /** Has the accessor of that name, such as {@code workflowId}, return the value. */
    public FakeCall with(String accessor, Object value) {
        values.put(accessor, value);
        return this;
    }

    /** Sets the arguments; of a gRPC call the request, or those of the stream. */
    public FakeCall arguments(Object... those) {
        arguments = those;
        return this;
    }

    /** Makes it a call of the same caller, such as a run of a workflow: they share {@link Attribute}s. */
    public FakeCall ofTheCallerOf(FakeCall other) {
        attributes = other.attributes;
        return this;
    }

    /** Adds an object of the library's for {@code unwrap} and {@code replace}. */
    public FakeCall object(Object ofTheLibrary) {
        objects.add(ofTheLibrary);
        return this;
    }

    /** The headers, as they are now. */
    public Headers headers() {
        return headers;
    }

    /** What an interceptor has set for this caller, as it is now. */
    @SuppressWarnings("unchecked") // Only values of the attribute's type are set.
    public <T> T get(Attribute<T> attribute) {
        return (T) attributes.get(attribute);
    }

    /** What listens to the events of the gRPC call, the outermost first, for a test to tell. */
    public List<GrpcEvents> events() {
        return events;
    }

    /**
     * Makes the call: through the interceptors that want it, to the library. Answers what the application gets; where
     * that is a stage of a gRPC call which is over, its result or its failure.
     */
    public Object through(FakeInterceptors interceptors, Library library) throws Throwable {
        return new FakePass(this, arguments.clone(), interceptors.of(operation), library).run();
    }
}
