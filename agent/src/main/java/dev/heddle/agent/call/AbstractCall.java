package dev.heddle.agent.call;

import dev.heddle.api.Call;
import dev.heddle.api.Operation;
import dev.heddle.api.RefusedException;
import java.util.function.BiConsumer;

/**
 * One pass through a chain: the rules that {@link dev.heddle.api.Interceptor} promises, the same for every library.
 *
 * <p>The call is one object for all interceptors, so it must know on whose behalf it is asked. While an interceptor
 * runs, {@code position} is its own, and {@code seen} and {@code outcome} are what it has seen of the rest; each
 * {@link #proceed()} restores them on its way back. Not thread-safe.
 *
 * <p>The way through healthy interceptors is short and without detours, so that the JVM compiles it into one piece;
 * whatever is rare has a method of its own.
 */
public abstract class AbstractCall implements Call {
    private static final short OUTSIDE = -1;

    private static final byte NOTHING = 0;
    private static final byte RESULT = 1;
    private static final byte FAILURE = 2;

    private short position = OUTSIDE;
    private byte seen;
    private Object outcome;
    private Completions completions;

    /** The interceptors it passes; asked for often, so kept where it costs no field of each call. */
    protected abstract Chain chain();

    /** Goes on to the library; run at most once. */
    protected abstract Object arrive() throws Throwable;

    /** Whether the library can take this answer; asked only of an answer that is not the library's own. */
    protected abstract boolean accepts(Object answer);

    /** Makes what refuses the call because a guard has failed. */
    protected Throwable guardFailed(String extension, Throwable cause) {
        return new RefusedException("extension " + extension + " failed and guards " + operation(), cause);
    }

    /** Sends the call through the chain and returns what the outermost interceptor says. */
    protected final Object enter() throws Throwable {
        return chain().isEmpty() ? arrive() : step(0);
    }

    /** Who wants to be told of the outcome, or {@code null}. */
    protected final Completions completions() {
        return completions;
    }

    @Override
    public final Operation operation() {
        return chain().operation();
    }

    @Override
    public final void onCompletion(BiConsumer<? super Object, ? super Throwable> done) {
        if (position == OUTSIDE) {
            throw new IllegalStateException("the call is over");
        }
        completions = new Completions(chain().links[position].health(), operation(), done, completions);
    }

    @Override
    public final Object proceed() throws Throwable {
        int at = position;
        if (at == OUTSIDE || seen != NOTHING) {
            throw mayNotProceed();
        }
        try {
            Object result = onward(at + 1);
            saw(at, RESULT, result);
            return result;
        } catch (Throwable passing) {
            saw(at, FAILURE, passing);
            throw passing;
        }
    }

    private IllegalStateException mayNotProceed() {
        return new IllegalStateException(
                position == OUTSIDE ? "the call is over" : "proceed() was called before, and no call runs twice");
    }

    private void saw(int at, byte what, Object value) {
        position = (short) at;
        seen = what;
        outcome = value;
    }

    /** On to the interceptor at a position, or beyond the last to the library. */
    private Object onward(int at) throws Throwable {
        return at == chain().links.length ? arrive() : step(at);
    }

    /** Runs the interceptor at a position. */
    private Object step(int at) throws Throwable {
        Link link = chain().links[at];
        if (link.health().off()) {
            return onward(at + 1);
        }
        saw(at, NOTHING, null);
        try {
            Object answer = link.interceptor().intercept(this);
            return seen == RESULT && answer == outcome ? answer : judge(answer);
        } catch (Throwable thrown) {
            return recover(link, at, thrown);
        } finally {
            position = OUTSIDE;
        }
    }

    /** Weighs an answer that is not simply the result of going on. */
    private Object judge(Object answer) throws Throwable {
        if (failure() instanceof Error error) {
            throw error;
        }
        if (!accepts(answer)) {
            throw new InvalidResultException(operation(), answer);
        }
        return answer;
    }

    /** What the interceptor has seen the rest throw, or {@code null}. */
    private Throwable failure() {
        return seen == FAILURE ? (Throwable) outcome : null;
    }

    /** Decides what an exception that left an interceptor means: it passes, or it was an accident. */
    private Object recover(Link link, int at, Throwable thrown) throws Throwable {
        Throwable failure = failure();
        if (failure != null && (thrown == failure || failure instanceof Error)) {
            throw failure;
        }
        // Of errors, only what an extension built against another version would cause is an accident.
        if (thrown instanceof RefusedException || thrown instanceof Error && !(thrown instanceof LinkageError)) {
            throw thrown;
        }
        if (link.health().failClosed()) {
            link.health().failed(operation(), "the call is refused", thrown);
            throw guardFailed(link.health().name(), thrown);
        }
        if (seen == NOTHING) {
            link.health().failed(operation(), "the call goes on without it", thrown);
            return onward(at + 1);
        }
        link.health().failed(operation(), "the call's own outcome stands", thrown);
        if (failure != null) {
            throw failure;
        }
        return outcome;
    }
}
