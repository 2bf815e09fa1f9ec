package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.OwnFrames;
import dev.heddle.api.RefusedException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import java.lang.reflect.Method;

/** A call of Temporal on its way through a chain, and how it ends. */
abstract class InterceptedCall extends TemporalCallView {
    private Object output;

    InterceptedCall(CallTarget target, SdkMethod method, Object source) {
        super(target, method, source);
    }

    /** Before the chain, on its thread. */
    void begin() {}

    /** When all is over. */
    void end() {}

    /** What the SDK's method returns for what the chain has returned. */
    final Object close(Object answer) {
        Result result = method().result();
        Object settled = result.settle(answer);
        if (completions() != null && endsOnReturn()) {
            result.whenComplete(settled, completions());
        }
        return result.isWhole() ? settled : result.close(output, settled);
    }

    /** What the SDK's method returns or throws for what the chain has thrown. */
    final Object fail(Throwable thrown) throws Throwable {
        if (thrown instanceof RefusedException refusal) {
            Exception refused = refused(refusal);
            OwnFrames.remove(refused);
            complete(refused);
            if (method().hasNoCaller()) {
                return null;
            }
            if (method().result().later()) {
                return method().result().fail(refused);
            }
            throw refused;
        }
        OwnFrames.remove(thrown);
        if (ends(thrown)) {
            complete(thrown);
        }
        throw thrown;
    }

    /** Whether what the chain returns is the outcome, or the promise of it. */
    boolean endsOnReturn() {
        return true;
    }

    /** Whether the call has ended with this exception. */
    boolean ends(Throwable thrown) {
        return true;
    }

    private void complete(Throwable failure) {
        if (completions() != null) {
            completions().accept(null, failure);
        }
    }

    /** What the caller gets for a refusal: a failure that Temporal does not retry, or the cause if that is one. */
    Exception refused(RefusedException refusal) {
        if (refusal.getCause() instanceof TemporalFailure chosen) {
            return chosen;
        }
        return ApplicationFailure.newNonRetryableFailureWithCause(
                refusal.getMessage(), RefusedException.class.getName(), refusal.getCause());
    }

    @Override
    protected Object arrive() throws Throwable {
        SdkMethod called = method();
        Object returned;
        try {
            returned = target().invoke(called.index(), finalSource());
        } catch (RuntimeException failure) {
            blame(failure);
            throw failure;
        }
        Result result = called.result();
        if (result.isWhole()) {
            return returned;
        }
        output = returned;
        return result.open(returned);
    }

    @Override
    protected final boolean accepts(Object answer) {
        return method().result().accepts(answer, read(Property.RESULT_CLASS)) && fitsDeclared(answer);
    }

    @Override
    protected Object given(Object answer) {
        return method().result().given(answer);
    }

    /** Whether the application's own method, where one is known, could have given the answer. */
    boolean fitsDeclared(Object answer) {
        Method declared = declared();
        return declared == null || isVoid(declared) || TypeCheck.fits(declared.getReturnType(), answer);
    }

    @Override
    protected final Object promised(ExtensionHealth health, Object answer, Object seen) {
        Class<?> wanted = method().result().wanted(read(Property.RESULT_CLASS));
        return wanted == null || method().result().hasCome(answer)
                ? answer
                : new PromisedValue(health, operation(), wanted, seen).of(answer);
    }

    /** Whether there is no result, of a method or of what stands before it: a validator is known by what it validates. */
    private boolean isVoid(Method declared) {
        return declared.getReturnType() == void.class || method().result().type() == void.class;
    }
}
