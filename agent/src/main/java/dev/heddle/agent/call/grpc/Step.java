package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.Completions;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.InvalidResultException;
import dev.heddle.agent.call.Link;
import dev.heddle.api.Attribute;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.GrpcEvents;
import dev.heddle.api.GrpcMethodName;
import dev.heddle.api.GrpcMethodType;
import dev.heddle.api.GrpcStatus;
import dev.heddle.api.Operation;
import io.grpc.Metadata;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/**
 * One interceptor's turn in a pass, and its view of the call: the rules that {@link dev.heddle.api.Interceptor}
 * promises, where answers may come later. The outcome of a step is an {@link Attempt} or a stage.
 *
 * <p>An interface, so that a pass can be the step of an only interceptor itself: most calls have one.
 */
interface Step extends GrpcCall {
    Pass pass();

    int position();

    /** What came of going on; {@code null} before. */
    Object outcome();

    void outcome(Object outcome);

    /** Runs the chain of a pass from a position on. */
    static Object run(Pass pass, int position, int eventsFrom) {
        Chain chain = pass.chain();
        if (position == chain.size()) {
            return pass.arrive(eventsFrom);
        }
        Link link = chain.link(position);
        if (link.health().off()) {
            return run(pass, position + 1, eventsFrom);
        }
        Step step = pass.step(position);
        Object answer;
        try {
            answer = link.interceptor().intercept(step);
        } catch (Throwable thrown) {
            return step.recover(thrown);
        }
        return answer != null && answer == step.outcome() ? answer : step.judge(answer);
    }

    private ExtensionHealth health() {
        return pass().chain().link(position()).health();
    }

    @Override
    default Object proceed() {
        if (outcome() != null) {
            throw new IllegalStateException("the interceptor has gone on before; reply() can do so again on a client");
        }
        Object inner = next(0);
        Object seen = inner instanceof Attempt ? inner : seen(stage(inner));
        outcome(seen);
        return seen;
    }

    @Override
    default CompletionStage<Object> response() {
        if (!pass().mayArrive()) {
            throw new IllegalStateException(
                    "no handler runs twice, and of a request stream only what requests() has kept can be sent again");
        }
        Object inner = next(position());
        CompletionStage<Object> stage = inner instanceof Attempt attempt ? attempt.stage() : seen(stage(inner));
        outcome(stage);
        return stage;
    }

    private Object next(int eventsFrom) {
        pass().settleRequest();
        EventChain events = pass().events();
        if (events != null) {
            pass().needExtras().events = events.upTo(position());
        }
        return run(pass(), position() + 1, eventsFrom);
    }

    /** Weighs an answer that is not simply the outcome of going on. */
    default Object judge(Object answer) {
        if (outcome() instanceof Attempt attempt) {
            attempt.eventsFrom(position());
        }
        if (answer instanceof CompletionStage<?> stage) {
            Reply<Object> judged = new Reply<>();
            stage.whenComplete((value, failure) -> judge(value, Statuses.unwrap(failure), judged));
            return judged;
        }
        return answer != null && accepts(answer) ? CompletableFuture.completedFuture(answer) : recover(unfit(answer));
    }

    private void judge(Object value, Throwable failure, Reply<Object> judged) {
        if (failure == null && accepts(value)) {
            judged.complete(value);
        } else if (failure instanceof Error && !(failure instanceof LinkageError)) {
            judged.completeExceptionally(failure);
        } else {
            stage(recover(failure == null ? unfit(value) : failure)).whenComplete((other, otherFailure) -> {
                if (otherFailure == null) {
                    judged.complete(other);
                } else {
                    judged.completeExceptionally(Statuses.unwrap(otherFailure));
                }
            });
        }
    }

    /** Decides what an exception that left an interceptor means: it passes, or it was an accident. */
    default Object recover(Throwable thrown) {
        if (Statuses.deliberate(thrown) || thrown == pass().thrown()) {
            return CompletableFuture.failedFuture(thrown);
        }
        if (thrown instanceof Error error && !(thrown instanceof LinkageError)) {
            throw error;
        }
        if (health().failClosed()) {
            health().failed(operation(), "the call is refused", thrown);
            return CompletableFuture.failedFuture(EventChain.guardFailed(health(), operation(), thrown));
        }
        if (outcome() == null) {
            // Whoever could have an extension switched off by sending no request would do so.
            if (!pass().lacksRequest()) {
                health().failed(operation(), "the call goes on without it", thrown);
            }
            outcome(run(pass(), position() + 1, 0));
        } else {
            health().failed(operation(), "the call's own outcome stands", thrown);
        }
        return outcome();
    }

    private boolean accepts(Object answer) {
        if (pass().responseStream()) {
            return outcome() == null ? answer instanceof Iterable : answer == null;
        }
        return answer != null
                && EventChain.fits(answer, pass().oneResponse(), pass().method().getResponseMarshaller());
    }

    private Exception unfit(Object answer) {
        return new InvalidResultException(operation(), answer);
    }

    /** A stage as the events of this step see and change it. */
    private CompletionStage<Object> seen(CompletionStage<Object> stage) {
        EventChain own = pass().events() == null ? null : pass().events().of(position());
        if (own == null || own.isEmpty()) {
            return stage;
        }
        Reply<Object> seen = new Reply<>();
        stage.whenComplete((value, failure) -> {
            try {
                pass(own, value, Statuses.unwrap(failure), seen);
            } catch (Throwable refusal) {
                seen.completeExceptionally(refusal);
            }
        });
        return seen;
    }

    private void pass(EventChain own, Object value, Throwable failure, Reply<Object> seen) {
        Object response = failure == null && !pass().responseStream()
                ? own.response(value, position(), pass().method().getResponseMarshaller(), false)
                : value;
        GrpcStatus status = failure == null ? GrpcStatus.OK : Statuses.of(Statuses.of(failure));
        Metadata trailers = failure == null ? new Metadata() : Statuses.trailers(failure);
        GrpcStatus changed = own.close(status, new MetadataHeaders(trailers, false), position());
        if (changed.isOk()) {
            seen.complete(response);
        } else {
            seen.completeExceptionally(changed.equals(status) ? failure : changed.exception());
        }
    }

    /** The outcome of a step as a stage. */
    @SuppressWarnings("unchecked") // An outcome is what the steps further in have judged.
    static CompletionStage<Object> stage(Object outcome) {
        return outcome instanceof Attempt attempt ? attempt.stage() : (CompletionStage<Object>) outcome;
    }

    @Override
    default void events(GrpcEvents events) {
        if (outcome() != null) {
            throw new IllegalStateException("the call has gone on, and events may have passed");
        }
        Extras extras = pass().needExtras();
        extras.events = EventChain.and(extras.events, operation(), position(), health(), events);
    }

    @Override
    default void onCompletion(BiConsumer<? super Object, ? super Throwable> done) {
        Extras extras = pass().needExtras();
        extras.completions = new Completions(health(), operation(), done, extras.completions);
    }

    @Override
    default Operation operation() {
        return pass().chain().operation();
    }

    @Override
    default String name() {
        return operation().name();
    }

    @Override
    default GrpcMethodName methodName() {
        return GrpcMethodName.parse(name());
    }

    @Override
    default GrpcMethodType methodType() {
        return pass().methodType();
    }

    @Override
    default List<Object> arguments() {
        return List.of(pass().array());
    }

    @Override
    default void setArguments(List<?> replacement) {
        Object[] current = pass().array();
        if (replacement.size() != current.length) {
            throw new IllegalArgumentException(operation() + " has " + current.length + " request here");
        }
        System.arraycopy(replacement.toArray(), 0, current, 0, current.length);
    }

    @Override
    default CompletionStage<Object> request() {
        Object[] current = pass().array();
        return CompletableFuture.completedFuture(current.length == 0 ? null : current[0]);
    }

    @Override
    default <T> T get(Attribute<T> attribute) {
        return pass().needExtras().attributes.get(attribute);
    }

    @Override
    default <T> void set(Attribute<T> attribute, T value) {
        pass().needExtras().attributes.set(attribute, value);
    }

    /** The library's objects. */
    Object[] librarySource();

    @Override
    default <T> T unwrap(Class<T> type) {
        for (Object part : librarySource()) {
            if (type.isInstance(part)) {
                return type.cast(part);
            }
        }
        return null;
    }

    @Override
    default <T> void replace(Class<T> type, T replacement) {
        Object[] parts = librarySource();
        for (int i = 0; i < parts.length; i++) {
            if (type.isInstance(parts[i])) {
                parts[i] = replacement;
                return;
            }
        }
        throw new IllegalArgumentException("no " + type.getName());
    }

    @Override
    default CompletionStage<List<Object>> requests() {
        return pass().requestStream()
                ? pass().holdRequests()
                : CompletableFuture.completedFuture(List.of(pass().array()));
    }
}
