package dev.heddle.agent.call;

import dev.heddle.api.RefusedException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.BiConsumer;

/**
 * One pass through a chain, for every library whose calls have a thread that waits for them: all that there is once in a
 * call, and the first interceptor's view of it. Those further in get an {@link InnerCall} each.
 */
public abstract class AbstractCall extends CallView {
    private static final AtomicIntegerFieldUpdater<AbstractCall> ARRIVED =
            AtomicIntegerFieldUpdater.newUpdater(AbstractCall.class, "arrived");

    private volatile int arrived;
    private Completions completions;

    /** Makes the view of an interceptor further in. */
    protected abstract InnerCall inner();

    /** The interceptors it passes; asked for often, so kept where it costs no field of each call. */
    protected abstract Chain chain();

    /** Goes on to the library; run at most once. */
    protected abstract Object arrive() throws Throwable;

    /** Whether the library can take this answer; asked of an answer that is not the library's own. */
    protected abstract boolean accepts(Object answer);

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
    protected final Object enter() throws Throwable {
        Link[] links = chain().links;
        int first = firstOn(links, 0);
        return first == links.length ? arrive() : run(links, first);
    }

    /** The one atomic instruction of a call; one that is confined to its thread needs none. */
    final void claimArrival() {
        if (!confined() && !ARRIVED.compareAndSet(this, 0, 1)) {
            throw new OvertakenException();
        }
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
