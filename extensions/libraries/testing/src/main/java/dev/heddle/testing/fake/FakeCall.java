package dev.heddle.testing.fake;

import dev.heddle.api.ActivityCall;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcServerCall;
import dev.heddle.api.Headers;
import dev.heddle.api.Interceptor;
import dev.heddle.api.NexusCall;
import dev.heddle.api.Operation;
import dev.heddle.api.TemporalClientCall;
import dev.heddle.api.WorkflowCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A call to be made: what its accessors return, then {@link #through}. An accessor that was not told a value returns
 * {@code null}, 0 or {@code false}. Each pass makes a {@link Call} of its own on the same headers.
 */
public final class FakeCall {
    /** Stands for the library, or for the application's code that it calls. */
    @FunctionalInterface
    public interface Library {
        Object answer(Object... arguments) throws Throwable;
    }

    private static final Map<Category, Class<? extends Call>> TYPES = Map.of(
            Category.CLIENT, TemporalClientCall.class,
            Category.WORKFLOW_INBOUND, WorkflowCall.class,
            Category.WORKFLOW_OUTBOUND, WorkflowCall.class,
            Category.ACTIVITY_INBOUND, ActivityCall.class,
            Category.ACTIVITY_OUTBOUND, ActivityCall.class,
            Category.NEXUS_INBOUND, NexusCall.class,
            Category.NEXUS_OUTBOUND, NexusCall.class,
            Category.GRPC_CLIENT, GrpcClientCall.class,
            Category.GRPC_SERVER, GrpcServerCall.class);

    private final Map<String, Object> values = new HashMap<>();
    private final FakeHeaders headers;
    private Operation operation;
    private final List<GrpcEvents> events = new ArrayList<>();
    private Object[] arguments = {};

    private FakeCall(Operation operation) {
        this.operation = operation;
        this.headers = new FakeHeaders(operation.category().outbound());
    }

    /** A call of an operation that carries headers. */
    public static FakeCall of(Category category, String operation) {
        return new FakeCall(Operation.of(category, operation, true));
    }

    /** Makes it a call that carries no headers. */
    public FakeCall withoutHeaders() {
        operation = Operation.of(operation.category(), operation.name(), false);
        return this;
    }

    /** Adds a header, also to a call that arrives. */
    public FakeCall header(String name, Object value) {
        headers.values().put(name, value);
        return this;
    }

    /** Has the accessor of that name, such as {@code workflowId}, return the value. */
    public FakeCall with(String accessor, Object value) {
        values.put(accessor, value);
        return this;
    }

    /** Sets the arguments. */
    public FakeCall arguments(Object... those) {
        arguments = those;
        return this;
    }

    /** The headers, as they are now. */
    public Headers headers() {
        return headers;
    }

    /** What listens to the events of the gRPC call, the outermost first, for a test to tell. */
    public List<GrpcEvents> events() {
        return events;
    }

    /** Makes the call: through the interceptors that want it, to the library. */
    public Object through(FakeInterceptors interceptors, Library library) throws Throwable {
        List<? extends Interceptor<? super Call>> chain = interceptors.of(operation);
        return new FakePass(type(), operation, values, headers, events, arguments.clone(), chain, library).run();
    }

    private Class<? extends Call> type() {
        return TYPES.get(operation.category());
    }
}
