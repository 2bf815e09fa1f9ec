package dev.heddle.agent.call;

import dev.heddle.api.Call;
import dev.heddle.api.Operation;
import dev.heddle.api.RefusedException;
import java.util.function.BiConsumer;

/**
 * One pass through a chain: the rules that {@link dev.heddle.api.Interceptor} promises, the same for every library.
 *
 * <p>The call is one object for all interceptors, so it must know on whose behalf it is asked. While an interceptor
 * runs, {@code position} is its own, and {@code proceeded}, {@code result} and {@code failure} are what it has seen of
 * the rest; each {@link #proceed()} restores them on its way back. Not thread-safe.
 */
public abstract class AbstractCall implements Call {
    private static final int OUTSIDE = -1;

    private int position = OUTSIDE;
    private boolean proceeded;
    private Object result;
    private Throwable failure;
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
        return step(0);
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
        if (position == OUTSIDE || proceeded) {
            throw new IllegalStateException(
                    position == OUTSIDE ? "the call is over" : "proceed() was called before, and no call runs twice");
        }
        int at = position;
        Object outcome = null;
        Throwable thrown = null;
        try {
            outcome = step(at + 1);
            return outcome;
        } catch (Throwable passing) {
            thrown = passing;
            throw passing;
        } finally {
            position = at;
            proceeded = true;
            result = outcome;
            failure = thrown;
        }
    }

    /** Runs the interceptor at a position, or beyond the last arrives at the library. */
    private Object step(int at) throws Throwable {
        if (at == chain().links.length) {
            return arrive();
        }
        Link link = chain().links[at];
        if (link.health().off()) {
            return step(at + 1);
        }
        position = at;
        proceeded = false;
        try {
            Object answer = link.interceptor().intercept(this);
            if (proceeded) {
                if (failure instanceof Error) {
                    throw failure;
                }
                if (answer == result && failure == null) {
                    return answer;
                }
            }
            if (!accepts(answer)) {
                throw new UnfitAnswerException(operation(), answer);
            }
            return answer;
        } catch (Throwable thrown) {
            return recover(link, at, thrown);
        } finally {
            position = OUTSIDE;
        }
    }

    /** Decides what an exception that left an interceptor means: it passes, or it was an accident. */
    private Object recover(Link link, int at, Throwable thrown) throws Throwable {
        if (proceeded && (thrown == failure || failure instanceof Error)) {
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
        if (!proceeded) {
            link.health().failed(operation(), "the call goes on without it", thrown);
            return step(at + 1);
        }
        link.health().failed(operation(), "the call's own outcome stands", thrown);
        if (failure != null) {
            throw failure;
        }
        return result;
    }
}
