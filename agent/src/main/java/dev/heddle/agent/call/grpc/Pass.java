package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import dev.heddle.api.GrpcKind;
import dev.heddle.api.Headers;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** One call on its way through a chain: what its steps share. */
interface Pass {
    Chain chain();

    MethodDescriptor<?, ?> method();

    GrpcKind kind();

    /** Makes the view of the interceptor at a position. */
    Step<?> step(int position);

    /** Goes on to the library or the handler; never throws what those throw. */
    Attempt arrive(int eventsFrom);

    /** Whether a chain can arrive now: again only if all that was sent before can be sent again. */
    boolean mayArrive();

    /** What the application or the library threw at the chain's end, or {@code null}. */
    Throwable thrown();

    /** The one response that the library or the handler has given, or {@code null}. */
    Object response();

    /** What only some calls have, made if need be. */
    Extras extras();

    /** The events that interceptors listen to, or {@code null}. */
    EventChain events();

    Headers headers();

    Object[] arguments();

    /**
     * Takes over a request that an interceptor may have put into {@link #arguments}.
     *
     * @throws IllegalArgumentException if it does not fit; then the request stays
     */
    void settleRequest();

    Object[] source();

    CompletionStage<List<Object>> requests();

    Duration deadline();

    String authority();

    String peer();
}
