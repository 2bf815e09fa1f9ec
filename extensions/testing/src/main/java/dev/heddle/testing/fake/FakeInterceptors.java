package dev.heddle.testing.fake;

import dev.heddle.api.ActivityCall;
import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.ClientCall;
import dev.heddle.api.Extension;
import dev.heddle.api.GrpcClientCall;
import dev.heddle.api.GrpcServerCall;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Interceptors;
import dev.heddle.api.NexusCall;
import dev.heddle.api.Operation;
import dev.heddle.api.WorkflowCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The interceptors that an extension has registered, for a {@link FakeCall} to go through. */
public final class FakeInterceptors implements Interceptors {
    private record Registered(Predicate<? super Operation> wanted, Interceptor<? super Call> interceptor) {}

    private final List<Registered> registered = new ArrayList<>();

    /** Has an extension register, with these settings. */
    public static FakeInterceptors of(Extension extension, Map<String, String> settings) throws Exception {
        FakeInterceptors interceptors = new FakeInterceptors();
        extension.register(interceptors, new FakeSettings(extension.getClass().getSimpleName(), settings));
        return interceptors;
    }

    /** The interceptors that want an operation, the outermost first. */
    public List<? extends Interceptor<? super Call>> of(Operation operation) {
        return registered.stream()
                .filter(each -> each.wanted().test(operation))
                .map(Registered::interceptor)
                .toList();
    }

    @Override
    public Interceptors intercept(Predicate<? super Operation> wanted, Interceptor<? super Call> interceptor) {
        registered.add(new Registered(wanted, interceptor));
        return this;
    }

    @Override
    public Interceptors client(Interceptor<? super ClientCall> interceptor, String... operations) {
        return add(Category.CLIENT, ClientCall.class, interceptor, operations);
    }

    @Override
    public Interceptors workflowInbound(Interceptor<? super WorkflowCall> interceptor, String... operations) {
        return add(Category.WORKFLOW_INBOUND, WorkflowCall.class, interceptor, operations);
    }

    @Override
    public Interceptors workflowOutbound(Interceptor<? super WorkflowCall> interceptor, String... operations) {
        return add(Category.WORKFLOW_OUTBOUND, WorkflowCall.class, interceptor, operations);
    }

    @Override
    public Interceptors activityInbound(Interceptor<? super ActivityCall> interceptor, String... operations) {
        return add(Category.ACTIVITY_INBOUND, ActivityCall.class, interceptor, operations);
    }

    @Override
    public Interceptors activityOutbound(Interceptor<? super ActivityCall> interceptor, String... operations) {
        return add(Category.ACTIVITY_OUTBOUND, ActivityCall.class, interceptor, operations);
    }

    @Override
    public Interceptors nexusInbound(Interceptor<? super NexusCall> interceptor, String... operations) {
        return add(Category.NEXUS_INBOUND, NexusCall.class, interceptor, operations);
    }

    @Override
    public Interceptors nexusOutbound(Interceptor<? super NexusCall> interceptor, String... operations) {
        return add(Category.NEXUS_OUTBOUND, NexusCall.class, interceptor, operations);
    }

    @Override
    public Interceptors grpcClient(Interceptor<? super GrpcClientCall> interceptor, String... methods) {
        return add(Category.GRPC_CLIENT, GrpcClientCall.class, interceptor, methods);
    }

    @Override
    public Interceptors grpcServer(Interceptor<? super GrpcServerCall> interceptor, String... methods) {
        return add(Category.GRPC_SERVER, GrpcServerCall.class, interceptor, methods);
    }

    @Override
    public Interceptors inbound(Interceptor<? super Call> interceptor) {
        return intercept(operation -> operation.category().inbound() && carries(operation), interceptor);
    }

    @Override
    public Interceptors outbound(Interceptor<? super Call> interceptor) {
        return intercept(operation -> operation.category().outbound() && carries(operation), interceptor);
    }

    @Override
    public Interceptors all(Interceptor<? super Call> interceptor) {
        return intercept(operation -> !ofTemporal(operation), interceptor);
    }

    private <C extends Call> Interceptors add(
            Category category, Class<C> type, Interceptor<? super C> interceptor, String... operations) {
        List<String> names = List.of(operations);
        return intercept(
                operation -> operation.category() == category
                        && (names.isEmpty() ? !ofTemporal(operation) : wants(names, operation.name())),
                call -> interceptor.intercept(type.cast(call)));
    }

    private static boolean carries(Operation operation) {
        return operation.carriesHeaders() && !ofTemporal(operation);
    }

    /** Temporal's SDK calls its server over gRPC too, which is for those who ask for it by name. */
    private static boolean ofTemporal(Operation operation) {
        return operation.name().startsWith("temporal.api.");
    }

    private static boolean wants(List<String> names, String operation) {
        return names.contains(operation) || names.contains(operation.replaceFirst("/[^/]*$", "/*"));
    }
}
