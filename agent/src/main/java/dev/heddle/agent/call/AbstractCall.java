package dev.heddle.agent.call;

import dev.heddle.api.RefusedException;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.BiConsumer;

/**
 * One pass through a chain, for every library whose calls have a thread that waits for them: all that there is once in a
 * call, and the first interceptor's view of it. Those further in get an {@link InnerCall} each.
 */
public abstract class AbstractCall extends CallView {
    private static final AtomicReferenceFieldUpdater<AbstractCall, Elsewhere> ELSEWHERE =
            AtomicReferenceFieldUpdater.newUpdater(AbstractCall.class, Elsewhere.class, "arrivedElsewhere");

    /** Whether the thread that makes the call has arrived at the library; no other thread writes it. */
    private volatile boolean arrived;
    /** Another thread that has, or tries to. */
    private volatile Elsewhere arrivedElsewhere;

    private Completions completions;

    /** Makes the view of an interceptor further in. */
    protected abstract InnerCall inner();

    /** The interceptors it passes; asked for often, so kept where it costs no field of each call. */
    protected abstract Chain chain();

    /** Goes on to the library; run at most once. */
    protected abstract Object arrive() throws Throwable;

    /** Whether the library can take this answer; asked of an answer that is not the library's own. */
    protected abstract boolean accepts(Object answer);

    /** The result in an answer that the library cannot take, without what the library wraps results in. */
    protected Object given(Object answer) {
        return answer;
    }

    /**
     * What stands for an answer that has been accepted and whose value comes later.
     *
     * @param seen what the interceptor had seen, a result or an exception, or {@code null} if it had not gone on
     */
    protected Object promised(ExtensionHealth health, Object answer, Object seen) {
        return answer;
    }

    /** An extension refuses the call on purpose, which its caller may never hear of. */
    protected void refusedBy(String extension, RefusedException refusal) {}

    /** Makes what refuses the call because a guard has failed. */
    protected Throwable guardFailed(String extension, Throwable cause) {
        return new RefusedException("extension " + extension + " failed and guards " + operation(), cause);
    }

    @Override
    protected final AbstractCall call() {
        return this;
    }

    /** Sends the call through the chain and returns what the outermost interceptor says. */
    public final Object enter() throws Throwable {
        Link[] links = chain().links;
        int first = firstOn(links, 0);
        return first == links.length ? arrive() : run(links, first);
    }

    /**
     * Claims to arrive at the library, which one thread may. The thread that makes the call says so and then looks for
     * another; another one says so, atomically, then looks for that thread, and stands back if it is there: whoever looks
     * last sees the other.
     */
    final void claimArrival() {
        if (!isOnItsThread()) {
            claimElsewhere();
            return;
        }
        boolean twice = arrived;
        arrived = true;
        if (twice || arrivedElsewhere != null && arrivedElsewhere.hasGoneOn()) {
            throw new OvertakenException();
        }
    }

    private void claimElsewhere() {
        Elsewhere here = new Elsewhere();
        if (!ELSEWHERE.compareAndSet(this, null, here)) {
            throw new OvertakenException();
        }
        if (arrived) {
            here.standBack();
            throw new OvertakenException();
        }
        here.goOn();
    }

    /** What is open on the thread at hand, where code of this call may go on elsewhere; {@code null} where it does not. */
    protected OpenScopes openScopes() {
        return null;
    }

    /** Who wants to be told of the outcome, or {@code null}. */
    protected final Completions completions() {
        return completions;
    }

    final synchronized void addCompletion(ExtensionHealth health, BiConsumer<? super Object, ? super Throwable> done) {
        completions = new Completions(health, operation(), done, completions);
    }
}
