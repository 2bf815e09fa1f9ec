package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.InvalidResultException;
import dev.heddle.api.Operation;
import dev.heddle.api.RefusedException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.concurrent.CompletableFuture;

/**
 * A value that an interceptor has promised and that has not come. It is looked at when it comes, for one of another type
 * would fail the application, far from here: that is an accident, and what the interceptor had seen stands. Where it had
 * not gone on it is too late to do so, and the caller gets a failure that names the extension.
 *
 * @param wanted the class that the application wants the value as
 * @param seen the future or promise that the interceptor had seen, the exception, or {@code null} if it had not gone on
 */
record PromisedValue(ExtensionHealth health, Operation operation, Class<?> wanted, Object seen) {
    /** What takes the place of a promise, or of a future. */
    Object of(Object promised) {
        return promised instanceof Promise<?> ofWorkflow
                ? ofWorkflow(ofWorkflow)
                : ofClient((CompletableFuture<?>) promised);
    }

    private CompletableFuture<Object> ofClient(CompletableFuture<?> promised) {
        CompletableFuture<Object> checked = new CompletableFuture<>();
        promised.whenComplete((value, failure) -> {
            if (failure == null && !TypeCheck.fits(wanted, value)) {
                settle(checked, value);
            } else {
                copy(checked, value, failure);
            }
        });
        return checked;
    }

    private void settle(CompletableFuture<Object> checked, Object value) {
        InvalidResultException accident = new InvalidResultException(operation, value);
        if (!stands(accident)) {
            checked.completeExceptionally(new RefusedException(message(), accident));
        } else if (seen instanceof CompletableFuture<?> own) {
            own.whenComplete((result, thrown) -> copy(checked, result, thrown));
        } else {
            checked.completeExceptionally((Throwable) seen);
        }
    }

    private static void copy(CompletableFuture<Object> to, Object value, Throwable failure) {
        if (failure == null) {
            to.complete(value);
        } else {
            to.completeExceptionally(failure);
        }
    }

    private Promise<Object> ofWorkflow(Promise<?> promised) {
        CompletablePromise<Object> checked = Workflow.newPromise();
        promised.handle(new Look(this, checked));
        return checked;
    }

    private void settle(CompletablePromise<Object> checked, Object value) {
        InvalidResultException accident = new InvalidResultException(operation, value);
        if (!stands(accident)) {
            checked.completeExceptionally(ApplicationFailure.newNonRetryableFailureWithCause(
                    message(), RefusedException.class.getName(), accident));
        } else if (seen instanceof Promise<?> own) {
            own.handle(new Copy(checked));
        } else {
            checked.completeExceptionally(Workflow.wrap((Exception) seen));
        }
    }

    private static void copy(CompletablePromise<Object> to, Object value, RuntimeException failure) {
        if (failure == null) {
            to.complete(value);
        } else {
            to.completeExceptionally(failure);
        }
    }

    /** Takes note of the accident, and says whether what was seen stands. */
    private boolean stands(Throwable accident) {
        boolean stands = seen != null && !health.failClosed();
        health.failed(operation, stands ? "the call's own outcome stands" : "its caller is told", accident);
        return stands;
    }

    private String message() {
        return "extension " + health.name() + " promised a " + wanted.getName() + " as the result of " + operation
                + " and gave something else";
    }

    /** Looks at a promise's value; no lambda, because the JVM would make it on the workflow's thread. */
    private record Look(PromisedValue value, CompletablePromise<Object> checked)
            implements Functions.Func2<Object, RuntimeException, Object> {
        @Override
        public Object apply(Object result, RuntimeException failure) {
            if (failure == null && !TypeCheck.fits(value.wanted, result)) {
                value.settle(checked, result);
            } else {
                copy(checked, result, failure);
            }
            return null;
        }
    }

    /** Hands on what a promise brings; no lambda either. */
    private record Copy(CompletablePromise<Object> to) implements Functions.Func2<Object, RuntimeException, Object> {
        @Override
        public Object apply(Object result, RuntimeException failure) {
            copy(to, result, failure);
            return null;
        }
    }
}
