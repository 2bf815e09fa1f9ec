package dev.heddle.agent.call;

import dev.heddle.agent.call.Rules.Did;
import dev.heddle.agent.call.Rules.Seen;
import dev.heddle.api.Operation;
import dev.heddle.api.RefusedException;
import java.util.function.BiConsumer;

/**
 * One pass through a chain, for every library whose calls have a thread that waits for them: it does what the
 * {@link Rules} say.
 *
 * <p>Each interceptor gets an object of its own, so that it is known on whose behalf {@link #proceed()} is called, on
 * whatever thread. The first one's is the call itself; the others share with it, their {@link #root}, all that there is
 * once in a call.
 */
public abstract class AbstractCall extends ProceedingCall {
    private final AbstractCall root;
    private short position;
    private Completions completions;

    /** A call, and the first interceptor's view of it. */
    protected AbstractCall() {
        this.root = this;
    }

    /** The view of an interceptor further in. */
    protected AbstractCall(AbstractCall outer) {
        this.root = outer.root;
    }

    /** Makes the view of an interceptor further in. */
    protected abstract AbstractCall inner();

    /** The interceptors it passes; asked for often, so kept where it costs no field of each call. */
    protected abstract Chain chain();

    /** Goes on to the library; run at most once, of the {@link #root}. */
    protected abstract Object arrive() throws Throwable;

    /** Whether the library can take this answer; asked of the {@link #root}, of an answer that is not the library's own. */
    protected abstract boolean accepts(Object answer);

    /**
     * What stands for an answer that has been accepted and whose value comes later; asked of the {@link #root}.
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

    /** Where all that there is once in a call is kept. */
    protected final AbstractCall root() {
        return root;
    }

    @Override
    protected final ExtensionHealth health() {
        return chain().links[position].health();
    }

    @Override
    final boolean confined() {
        return chain().confined();
    }

    /** Sends the call through the chain and returns what the outermost interceptor says. */
    protected final Object enter() throws Throwable {
        Link[] links = chain().links;
        int first = firstOn(links, 0);
        if (first == links.length) {
            return arrive();
        }
        position = (short) first;
        return turn(links[first]);
    }

    /** Who wants to be told of the outcome, or {@code null}. */
    protected final Completions completions() {
        return completions;
    }

    /** The views of one call are equal. */
    @Override
    public final boolean equals(Object other) {
        return other instanceof AbstractCall view && view.root == root;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(root);
    }

    @Override
    public final Operation operation() {
        return chain().operation();
    }

    @Override
    public final void onCompletion(BiConsumer<? super Object, ? super Throwable> done) {
        checkNotOver();
        synchronized (root) {
            root.completions = new Completions(health(), operation(), done, root.completions);
        }
    }

    /** On to the next interceptor, or beyond the last to the library. */
    @Override
    final Object onward() throws Throwable {
        Link[] links = chain().links;
        int next = firstOn(links, position + 1);
        if (next == links.length) {
            return root.arrive();
        }
        AbstractCall inner = inner();
        inner.position = (short) next;
        return inner.turn(links[next]);
    }

    /** The position of the first that is not switched off, from one on. */
    private static int firstOn(Link[] links, int from) {
        int at = from;
        while (at < links.length && links[at].health().off()) {
            at++;
        }
        return at;
    }

    /** Runs the interceptor whose view this is. */
    private Object turn(Link link) throws Throwable {
        Object answer;
        try {
            answer = link.interceptor().intercept(this);
        } catch (Throwable thrown) {
            return weigh(link.health(), thrown);
        }
        return endsWith(answer) ? answer : weigh(link.health(), answer);
    }

    /** Weighs an answer that is not simply the result of going on. */
    private Object weigh(ExtensionHealth health, Object answer) throws Throwable {
        Seen seen = seen();
        if (seen == Seen.UNDER_WAY) {
            Throwable accident =
                    new IllegalStateException("it answered while the call was under way on another thread");
            return settle(health, Did.FAIL, seen, null, accident);
        }
        if (!root.accepts(answer)) {
            return settle(health, Did.FAIL, seen, null, new InvalidResultException(operation(), answer));
        }
        return settle(health, Did.GIVE_RESULT, seen, answer, null);
    }

    private Object weigh(ExtensionHealth health, Throwable thrown) throws Throwable {
        Seen seen = seen();
        if (hasSeen(thrown) && (seen == Seen.FAILURE || seen == Seen.ERROR)) {
            return settle(health, Did.THROW_SEEN, seen, null, thrown);
        }
        if (thrown instanceof RefusedException refusal) {
            root.refusedBy(health.name(), refusal);
            return settle(health, Did.REFUSE, seen, null, thrown);
        }
        if (Rules.unwinds(thrown)) {
            return settle(health, Did.UNWIND, seen, null, thrown);
        }
        if (thrown instanceof InterruptedException) {
            // The interrupt was meant for the application, or for where its call is under way.
            Thread.currentThread().interrupt();
        }
        return settle(health, Did.FAIL, seen, null, thrown);
    }

    /** Does what the rules say; the interceptor has given an answer, or has thrown. */
    private Object settle(ExtensionHealth health, Did did, Seen seen, Object answer, Throwable thrown)
            throws Throwable {
        switch (Rules.verdict(did, seen, health.failClosed())) {
            case RESULT -> {
                return root.promised(health, answer, outcomeIf(seen));
            }
            case THROW -> throw thrown;
            case SKIP -> {
                health.failed(operation(), "the call goes on without it", thrown);
                return onward();
            }
            case REFUSE -> {
                health.failed(operation(), "the call is refused", thrown);
                throw guardFailed(health.name(), thrown);
            }
            default -> {
                if (did == Did.FAIL && seen != Seen.ERROR) {
                    health.failed(operation(), "the call's own outcome stands", thrown);
                }
                return outcome(seen);
            }
        }
    }
}
