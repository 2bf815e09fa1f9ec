package dev.heddle.agent.call;

import dev.heddle.agent.call.Rules.Did;
import dev.heddle.agent.call.Rules.Seen;
import dev.heddle.api.Operation;
import dev.heddle.api.RefusedException;
import java.util.function.BiConsumer;

/**
 * A call as one interceptor has it, so that it is known on whose behalf {@link #proceed()} is called, on whatever thread:
 * it runs the interceptor and does what the {@link Rules} say. A chain may be long, so it is small.
 */
abstract class CallView extends ProceedingCall {
    private short position;

    /** The call. */
    protected abstract AbstractCall call();

    @Override
    protected final ExtensionHealth health() {
        return call().chain().links[position].health();
    }

    @Override
    final boolean confined() {
        return call().chain().confined();
    }

    @Override
    public final Operation operation() {
        return call().chain().operation();
    }

    /** The views of one call are equal. */
    @Override
    public final boolean equals(Object other) {
        return other instanceof CallView view && view.call() == call();
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(call());
    }

    @Override
    public final void onCompletion(BiConsumer<? super Object, ? super Throwable> done) {
        checkNotOver();
        call().addCompletion(health(), done);
    }

    /** On to the next interceptor, or beyond the last to the library. */
    @Override
    final Object onward() throws Throwable {
        AbstractCall call = call();
        Chain chain = call.chain();
        Link link = chain.links[position];
        return link.isMeasuring() ? measured(call, chain, link) : further(call, chain);
    }

    private Object measured(AbstractCall call, Chain chain, Link link) throws Throwable {
        long begin = System.nanoTime();
        try {
            return further(call, chain);
        } finally {
            link.counter().wasFurther(System.nanoTime() - begin);
        }
    }

    private Object further(AbstractCall call, Chain chain) throws Throwable {
        Scopes asked = scopes();
        return asked == null ? inward(call, chain) : inScopes(call, chain, asked);
    }

    private Object inScopes(AbstractCall call, Chain chain, Scopes asked) throws Throwable {
        OpenScopes scopes = call.openScopes();
        if (scopes == null) {
            if (asked.outer() == null) {
                return inScope(call, chain, asked);
            }
            scopes = new OpenScopes(null);
        }
        Scopes before;
        try {
            before = scopes.add(asked);
        } catch (RefusedException guardFailed) {
            throw call.guardFailed(health().name(), guardFailed.getCause());
        }
        try {
            return inward(call, chain);
        } finally {
            scopes.change(before);
        }
    }

    /** In the only one, which nobody looks for while it is open. */
    private Object inScope(AbstractCall call, Chain chain, Scopes only) throws Throwable {
        AutoCloseable opened;
        try {
            opened = only.open();
        } catch (RefusedException guardFailed) {
            throw call.guardFailed(health().name(), guardFailed.getCause());
        }
        try {
            return inward(call, chain);
        } finally {
            only.close(opened);
        }
    }

    private Object inward(AbstractCall call, Chain chain) throws Throwable {
        int next = firstOn(chain.links, position + 1);
        if (next == chain.links.length) {
            // One that is confined to its thread can be in no two places.
            if (!chain.confined()) {
                call.claimArrival();
            }
            return call.arrive();
        }
        return call.inner().run(chain.links, next);
    }

    /** The position of the first that is not switched off, from one on. */
    static int firstOn(Link[] links, int from) {
        return from == links.length || !links[from].health().skipped() ? from : nextOn(links, from + 1);
    }

    private static int nextOn(Link[] links, int from) {
        int at = from;
        while (at < links.length && links[at].health().skipped()) {
            at++;
        }
        return at;
    }

    /** Becomes the view of the interceptor at a position, and runs that. */
    final Object run(Link[] links, int at) throws Throwable {
        position = (short) at;
        Link link = links[at];
        Object answer;
        try {
            answer = link.intercept(this);
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
        if (!call().accepts(answer)) {
            Throwable accident = new InvalidResultException(operation(), call().given(answer));
            return settle(health, Did.FAIL, seen, null, accident);
        }
        return settle(health, Did.GIVE_RESULT, seen, answer, null);
    }

    private Object weigh(ExtensionHealth health, Throwable thrown) throws Throwable {
        Seen seen = seen();
        return settle(health, did(health, seen, thrown), seen, null, thrown);
    }

    /** What an interceptor has done that has thrown this; tells whom that concerns. */
    private Did did(ExtensionHealth health, Seen seen, Throwable thrown) {
        if (hasSeen(thrown) && (seen == Seen.FAILURE || seen == Seen.ERROR)) {
            return Did.THROW_SEEN;
        }
        if (thrown instanceof RefusedException refusal) {
            health.refused(operation());
            call().refusedBy(health.name(), refusal);
            return Did.REFUSE;
        }
        if (Rules.unwinds(thrown)) {
            return Did.UNWIND;
        }
        if (thrown instanceof InterruptedException) {
            // The interrupt was meant for the application, or for where its call is under way.
            Thread.currentThread().interrupt();
        }
        return Did.FAIL;
    }

    /** Does what the rules say; the interceptor has given an answer, or has thrown. */
    private Object settle(ExtensionHealth health, Did did, Seen seen, Object answer, Throwable thrown)
            throws Throwable {
        switch (Rules.verdict(did, seen, health.failClosed())) {
            case RESULT -> {
                return call().promised(health, answer, outcomeIf(seen));
            }
            case THROW -> throw thrown;
            case SKIP -> {
                forgetScopes();
                health.failed(operation(), "the call goes on without it", thrown);
                return onward();
            }
            case REFUSE -> {
                health.failed(operation(), "the call is refused", thrown);
                throw call().guardFailed(health.name(), thrown);
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
