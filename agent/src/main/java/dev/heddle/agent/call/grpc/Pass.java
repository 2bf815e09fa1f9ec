package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import dev.heddle.api.GrpcMethodType;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * One call on its way through a chain: what its steps share. An only interceptor's step is the pass itself, which saves
 * most calls an object.
 */
interface Pass extends Watched, Step {
    Chain chain();

    @Override
    default GrpcMethodType methodType() {
        return Kinds.of(method());
    }

    /** The view of the interceptor at a position. */
    default Step step(int position) {
        return chain().size() == 1 ? this : turn(position);
    }

    /** The view of one of several interceptors. */
    Step turn(int position);

    /** Goes on to the library or the handler; never throws what those throw. */
    Attempt arrive(int eventsFrom);

    /** Whether a chain can arrive now: again only if all that was sent before can be sent again. */
    boolean mayArrive();

    /** Where the chain has arrived last, or {@code null}. */
    Attempt attempt();

    /** What the application or the library threw at the chain's end, or {@code null}. */
    default Throwable thrown() {
        Extras extras = extras();
        return extras == null ? null : extras.thrown;
    }

    /** The one response that the library or the handler has given, or {@code null}. */
    default Object oneResponse() {
        Attempt attempt = attempt();
        return attempt == null ? null : attempt.message();
    }

    /** The one request, or {@code null}. */
    Object oneRequest();

    void oneRequest(Object message);

    /** The one request as an array for interceptors to change; empty for a stream. */
    default Object[] array() {
        return needExtras().arguments(methodType(), oneRequest());
    }

    /**
     * Takes over a request that an interceptor may have put into {@link #arguments}.
     *
     * @throws IllegalArgumentException if it does not fit; then the request stays
     */
    default void settleRequest() {
        Extras extras = extras();
        if (extras != null) {
            oneRequest(extras.settle(oneRequest(), method().getRequestMarshaller()));
        }
    }

    /** Whether the one request has not come and will not: the client has cancelled, or broken the rules. */
    default boolean lacksRequest() {
        return oneRequest() == null && !requestStream();
    }

    /** Has a request stream held until its end. */
    CompletionStage<List<Object>> holdRequests();

    /** What only some calls have, made if need be. */
    Extras needExtras();

    // As the step of an only interceptor.

    /** Straight to the end of the chain where nothing has been asked for, as in most calls. */
    @Override
    default Object proceed() {
        return extras() == null && attempt() == null ? arrive(0) : Step.super.proceed();
    }

    @Override
    default int position() {
        return 0;
    }

    @Override
    default Object outcome() {
        Extras extras = extras();
        return extras == null || extras.outcome == null ? attempt() : extras.outcome;
    }

    @Override
    default void outcome(Object outcome) {
        if (outcome != attempt()) {
            needExtras().outcome = outcome;
        }
    }
}
