package dev.heddle.test.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.heddle.api.Call;
import dev.heddle.api.Interceptor;
import dev.heddle.api.RefusedException;
import dev.heddle.test.Probe;
import dev.heddle.test.operations.Attempt;
import dev.heddle.test.operations.OperationCase;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CompletablePromise;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** One operation, and interceptors that keep to no rule. */
final class RuleCheck {
    private final OperationCase<?> row;
    private final Attempt<?> attempt;

    RuleCheck(OperationCase<?> row) {
        this.row = row;
        this.attempt = new Attempt<>(row);
    }

    private Object invoke(Interceptor<Call> interceptor) throws Throwable {
        try (Probe probe = Probe.of(attempt::isOurs, interceptor)) {
            return attempt.invoke();
        }
    }

    private void outcomeStands(Object returned) {
        assertThat(attempt.next().calls()).as("the library is called once").hasSize(1);
        if (row.hasValue()) {
            assertThat(returned).isSameAs(attempt.output());
        }
    }

    void accidentBefore() throws Throwable {
        outcomeStands(invoke(call -> {
            throw new IllegalStateException("an accident");
        }));
    }

    void accidentAfter() throws Throwable {
        outcomeStands(invoke(call -> {
            call.proceed();
            throw new IllegalStateException("an accident");
        }));
    }

    void ownErrorBefore() throws Throwable {
        outcomeStands(invoke(call -> {
            throw new AssertionError("an accident");
        }));
    }

    void ownErrorAfter() throws Throwable {
        outcomeStands(invoke(call -> {
            call.proceed();
            throw new OutOfMemoryError("an accident");
        }));
    }

    void endlessRecursion() throws Throwable {
        outcomeStands(invoke(call -> endless(call, 0)));
    }

    private static Object endless(Call call, int depth) throws Throwable {
        return depth < 0 ? call.proceed() : endless(call, depth + 1);
    }

    private static CompletableFuture<Object> elsewhere(Call call) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return call.proceed();
            } catch (Throwable passing) {
                throw new CompletionException(passing);
            }
        });
    }

    void onAnotherThread() throws Throwable {
        outcomeStands(invoke(call -> elsewhere(call).get(1, TimeUnit.MINUTES)));
    }

    void givenUpOnAnotherThread() throws Throwable {
        outcomeStands(invoke(call -> elsewhere(call).get(1, TimeUnit.NANOSECONDS)));
    }

    void hedged() throws Throwable {
        outcomeStands(invoke(call -> {
            elsewhere(call);
            elsewhere(call);
            return call.proceed();
        }));
    }

    void accidentAfterException() {
        RuntimeException failure = new IllegalStateException("the library's own");
        attempt.next().fail(failure);
        assertThat(catchThrowable(() -> invoke(call -> {
                    try {
                        return call.proceed();
                    } catch (Throwable thrown) {
                        throw new IllegalArgumentException("an accident", thrown);
                    }
                })))
                .isSameAs(failure);
    }

    void proceedTwice() throws Throwable {
        List<Throwable> second = new ArrayList<>();
        outcomeStands(invoke(call -> {
            call.proceed();
            second.add(catchThrowable(call::proceed));
            return call.proceed();
        }));
        assertThat(second).singleElement().isInstanceOf(IllegalStateException.class);
    }

    void wrongAnswer() throws Throwable {
        outcomeStands(invoke(call -> new StringBuilder("wrong")));
    }

    void wrongResult() throws Throwable {
        outcomeStands(invoke(call -> {
            call.proceed();
            return new StringBuilder("wrong");
        }));
    }

    @SuppressWarnings("unchecked") // Whoever asks knows the value.
    private static void complete(Object promise, Object value) {
        if (promise instanceof CompletablePromise<?> ofWorkflow) {
            ((CompletablePromise<Object>) ofWorkflow).complete(value);
        } else {
            ((CompletableFuture<Object>) promise).complete(value);
        }
    }

    private Object promiseOf(Object value) {
        Object promise = attempt.promise();
        complete(promise, value);
        return promise;
    }

    void wrongPromise() throws Throwable {
        outcomeStands(invoke(call -> promiseOf(new StringBuilder("wrong"))));
    }

    void wrongPromiseInPlaceOfResult() throws Throwable {
        outcomeStands(invoke(call -> {
            call.proceed();
            return promiseOf(new StringBuilder("wrong"));
        }));
    }

    void wrongValueThatComesLater() throws Throwable {
        Object promise = attempt.promise();
        Object returned = invoke(call -> {
            call.proceed();
            return promise;
        });
        complete(promise, new StringBuilder("wrong"));
        assertThat(attempt.get(returned)).isSameAs(attempt.get(attempt.output()));
        assertThat(attempt.next().calls()).hasSize(1);
    }

    void wrongValueThatIsAllThereIs() throws Throwable {
        Object promise = attempt.promise();
        Object returned = invoke(call -> promise);
        complete(promise, new StringBuilder("wrong"));
        assertThat(catchThrowable(() -> attempt.get(returned)))
                .hasMessageContaining("extension probe promised a java.lang.String as the result of ");
        assertThat(attempt.next().calls()).isEmpty();
    }

    void rightValueThatComesLater() throws Throwable {
        Object promise = attempt.promise();
        Object returned = invoke(call -> promise);
        complete(promise, "right");
        assertThat(attempt.get(returned)).isEqualTo("right");
    }

    void failureThatComesLater() throws Throwable {
        RuntimeException failure = new IllegalStateException("the interceptor's own");
        Object promise = attempt.promise();
        Object returned = invoke(call -> promise);
        if (promise instanceof CompletablePromise<?> ofWorkflow) {
            ofWorkflow.completeExceptionally(failure);
        } else {
            ((CompletableFuture<?>) promise).completeExceptionally(failure);
        }
        assertThat(catchThrowable(() -> attempt.get(returned))).isSameAs(failure);
    }

    void swallowedError() {
        Error error = new Error("ends the thread");
        attempt.next().fail(error);
        assertThat(catchThrowable(() -> invoke(call -> {
                    try {
                        return call.proceed();
                    } catch (Throwable swallowed) {
                        return null;
                    }
                })))
                .isSameAs(error);
    }

    void replacedError() {
        Error error = new Error("ends the thread");
        attempt.next().fail(error);
        assertThat(catchThrowable(() -> invoke(call -> {
                    try {
                        return call.proceed();
                    } catch (Throwable swallowed) {
                        throw new RefusedException("instead", swallowed);
                    }
                })))
                .isSameAs(error);
    }

    void order() throws Throwable {
        List<String> steps = new ArrayList<>();
        try (Probe first = Probe.of(attempt::isOurs, step("first", steps));
                Probe second = Probe.of(attempt::isOurs, step("second", steps));
                Probe third = Probe.of(attempt::isOurs, step("third", steps))) {
            attempt.invoke();
        }
        assertThat(steps).containsExactly("first in", "second in", "third in", "third out", "second out", "first out");
    }

    private static Interceptor<Call> step(String name, List<String> steps) {
        return call -> {
            steps.add(name + " in");
            Object result = call.proceed();
            steps.add(name + " out");
            return result;
        };
    }

    void completion() throws Throwable {
        List<String> told = new ArrayList<>();
        invoke(call -> {
            call.onCompletion((result, failure) -> told.add("failure " + failure));
            return call.proceed();
        });
        assertThat(told).containsExactly("failure null");
    }

    void failedCompletion() {
        List<Object> told = new ArrayList<>();
        RuntimeException failure = new IllegalStateException("the library's own");
        attempt.next().fail(failure);
        catchThrowable(() -> invoke(call -> {
            call.onCompletion((result, thrown) -> told.add(thrown));
            return call.proceed();
        }));
        assertThat(told).containsExactly(failure);
    }

    void guardFails() {
        Throwable thrown = catchThrowable(() -> {
            try (Probe guard = Probe.guard(attempt::isOurs, call -> {
                throw new IllegalStateException("an accident");
            })) {
                attempt.get(attempt.invoke());
            }
        });
        assertThat(attempt.next().calls()).isEmpty();
        assertThat(thrown).hasMessageContaining("guards");
        assertThat(thrown.getCause()).hasMessage("an accident");
        if (row.ofClient()) {
            assertThat(thrown).isInstanceOf(RefusedException.class);
        } else if (row.ofWorkflow()) {
            assertThat(thrown).as("what fails a workflow task").isInstanceOf(Error.class);
        } else {
            assertThat(thrown)
                    .as("what the server tries again")
                    .isInstanceOf(RuntimeException.class)
                    .isNotInstanceOfAny(RefusedException.class, ApplicationFailure.class);
        }
    }
}
