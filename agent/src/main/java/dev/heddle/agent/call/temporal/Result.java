package dev.heddle.agent.call.temporal;

import io.temporal.workflow.Functions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/**
 * What a method of the SDK returns, and the value in it that the application knows.
 *
 * @param output how to make the SDK's output, or {@code null} if the method returns the value itself
 * @param component of the output that is the value; -1 if the output as a whole is
 * @param type of the value, boxed; {@code void.class} if there is none
 * @param optional whether {@code null} is a value
 * @param outputLater whether the output itself comes later, in a {@code CompletableFuture}
 */
public record Result(Accessors output, int component, Class<?> type, boolean optional, boolean outputLater) {
    /** Of a method that returns the value itself. */
    public Result(Class<?> type, boolean optional) {
        this(null, -1, type, optional, false);
    }

    /** Of a method whose output holds the value. */
    public Result(Accessors output, int component, Class<?> type, boolean optional) {
        this(output, component, type, optional, false);
    }

    /** Whether the SDK returns the value itself. */
    boolean isWhole() {
        return output == null && type != void.class;
    }

    /** The value in what the SDK has returned. */
    Object open(Object returned) {
        if (component >= 0) {
            return outputLater && returned != null
                    ? new FutureValue((CompletableFuture<?>) returned, this)
                    : value(returned);
        }
        return type == void.class ? null : returned;
    }

    /** The value in an output that is there. */
    Object value(Object there) {
        return output.take(there, component);
    }

    /**
     * Whether an interceptor's answer can become the value.
     *
     * @param wanted the class that the application wants the result as, or {@code null} if it does not say
     */
    boolean accepts(Object answer, Object wanted) {
        if (type == void.class || later() && type.isInstance(answer) && !hasCome(answer)) {
            return true;
        }
        if (type == Object.class || later()) {
            Class<?> as = wanted(wanted);
            return as == null || hasFailed(answer) || TypeCheck.fits(as, bare(answer));
        }
        return answer == null ? optional : type.isInstance(answer);
    }

    /** The class of the value, if the application says one: {@code null} for any. */
    Class<?> wanted(Object said) {
        return (type == Object.class || later()) && said instanceof Class<?> as && as != void.class ? as : null;
    }

    /** Whether a value that may come later is there, or the failure. */
    boolean hasCome(Object answer) {
        if (type == Promise.class && answer instanceof Promise<?> promise) {
            return promise.isCompleted();
        }
        return !(type == CompletableFuture.class && answer instanceof CompletableFuture<?> future) || future.isDone();
    }

    /** Whether an answer that has come is a failure, for which the application's own types have no say. */
    private boolean hasFailed(Object answer) {
        if (type == Promise.class && answer instanceof Promise<?> promise) {
            return promise.getFailure() != null;
        }
        return type == CompletableFuture.class
                && answer instanceof CompletableFuture<?> future
                && future.isCompletedExceptionally();
    }

    /** The value of an answer, if that has come and is no failure; else the answer itself. */
    Object given(Object answer) {
        return hasCome(answer) && !hasFailed(answer) ? bare(answer) : answer;
    }

    /** The value of an answer that has come. */
    private Object bare(Object answer) {
        if (type == Promise.class && answer instanceof Promise<?> promise) {
            return promise.get();
        }
        return type == CompletableFuture.class && answer instanceof CompletableFuture<?> future
                ? future.getNow(null)
                : answer;
    }

    /** Whether the value comes later: then an answer given now is one that has come. */
    boolean later() {
        return type == Promise.class || type == CompletableFuture.class;
    }

    /** The value for an answer. */
    Object settle(Object answer) {
        return !later() || type.isInstance(answer)
                ? answer
                : type == Promise.class ? Workflow.newPromise(answer) : CompletableFuture.completedFuture(answer);
    }

    /** What the method returns for a value: what the SDK has returned, if the value is the one in there. */
    Object close(Object returned, Object value) {
        if (type == void.class) {
            return output == null || returned != null ? returned : output.make(new Object[0]);
        }
        if (outputLater) {
            return value instanceof FutureValue opened && opened.isIn(returned)
                    ? returned
                    : ((CompletableFuture<?>) value).thenApply(this::make);
        }
        if (component < 0) {
            return value;
        }
        if (returned == null) {
            return make(value, new IllegalStateException("an interceptor answered in the place of Temporal"));
        }
        return value(returned) == value ? returned : replace(output.take(returned), value);
    }

    /** What the method returns if the call failed and the value comes later. */
    Object fail(Exception failure) {
        Object failed = type == CompletableFuture.class
                ? CompletableFuture.failedFuture(failure)
                : Workflow.newFailedPromise(failure);
        return component < 0 || outputLater ? failed : make(failed, failure);
    }

    private Object make(Object value) {
        return make(value, null);
    }

    /** An output that the SDK has not made: whatever else it promises does not come. */
    private Object make(Object value, Exception absence) {
        Object[] components = new Object[output.components().size()];
        for (int i = 0; i < components.length; i++) {
            Class<?> other = output.components().get(i).type();
            if (other == Promise.class) {
                components[i] = Workflow.newFailedPromise(absence);
            } else if (other == boolean.class) {
                components[i] = false;
            }
        }
        return replace(components, value);
    }

    private Object replace(Object[] components, Object value) {
        components[component] = value;
        return output.make(components);
    }

    /** Tells of the outcome, now or when it comes. */
    void whenComplete(Object value, BiConsumer<Object, Throwable> done) {
        if (value instanceof Promise<?> promise) {
            promise.handle(new Outcome(done));
        } else if (value instanceof CompletableFuture<?> future) {
            future.whenComplete((result, failure) -> done.accept(result, FutureValue.bare(failure)));
        } else {
            done.accept(value, null);
        }
    }

    /** Tells of a promise's outcome; no lambda, because the JVM would make it on the workflow's thread. */
    private record Outcome(BiConsumer<Object, Throwable> done)
            implements Functions.Func2<Object, RuntimeException, Object> {
        @Override
        public Object apply(Object result, RuntimeException failure) {
            done.accept(result, failure);
            return null;
        }
    }
}
