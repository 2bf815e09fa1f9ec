package dev.heddle.api;

import java.util.function.Predicate;

/**
 * Where an extension registers its interceptors. Within one extension the interceptor registered first is the
 * outermost. Valid during {@link Extension#register}; later registrations throw {@link IllegalStateException}.
 *
 * <p>The methods named for a category take the names of the operations wanted, as in {@link Operation#name()}; with
 * none they mean every operation of the category. An operation that nobody registers for runs at full speed.
 *
 * <p>Temporal's SDK speaks gRPC itself, mostly to ask its server for work. These methods, {@code temporal.api.*}, reach
 * only those who name them and predicates that accept them: no header gets there by accident, and no page fills with
 * polls.
 */
public interface Interceptors {
    /** Intercepts every operation that the predicate accepts; it is asked once per operation, not per call. */
    Interceptors intercept(Predicate<? super Operation> wanted, Interceptor<? super Call> interceptor);

    /** Intercepts calls of Temporal's clients. */
    Interceptors client(Interceptor<? super ClientCall> interceptor, String... operations);

    /** Intercepts what reaches workflows. */
    Interceptors workflowInbound(Interceptor<? super WorkflowCall> interceptor, String... operations);

    /** Intercepts what workflows ask for. */
    Interceptors workflowOutbound(Interceptor<? super WorkflowCall> interceptor, String... operations);

    /** Intercepts the execution of activities. */
    Interceptors activityInbound(Interceptor<? super ActivityCall> interceptor, String... operations);

    /** Intercepts what activities ask of their context. */
    Interceptors activityOutbound(Interceptor<? super ActivityCall> interceptor, String... operations);

    /** Intercepts what reaches the handlers of Nexus operations. */
    Interceptors nexusInbound(Interceptor<? super NexusCall> interceptor, String... operations);

    /** Intercepts what the handlers of Nexus operations ask of their context. */
    Interceptors nexusOutbound(Interceptor<? super NexusCall> interceptor, String... operations);

    /**
     * Intercepts calls that leave through gRPC channels.
     *
     * @param methods the full names of those wanted, as {@code package.Service/Method} or {@code package.Service/*};
     *     none for all
     */
    Interceptors grpcClient(Interceptor<? super GrpcClientCall> interceptor, String... methods);

    /**
     * Intercepts calls that arrive at gRPC servers.
     *
     * @param methods the full names of those wanted, as {@code package.Service/Method} or {@code package.Service/*};
     *     none for all
     */
    Interceptors grpcServer(Interceptor<? super GrpcServerCall> interceptor, String... methods);

    /** Intercepts whatever arrives with headers: workflows, signals, queries, updates, activities, Nexus, gRPC. */
    Interceptors inbound(Interceptor<? super Call> interceptor);

    /** Intercepts whatever leaves with headers: from clients, workflows and gRPC channels. */
    Interceptors outbound(Interceptor<? super Call> interceptor);

    /** Intercepts every operation there is, but for what Temporal's SDK says to its server. */
    Interceptors all(Interceptor<? super Call> interceptor);
}
