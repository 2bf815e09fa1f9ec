package dev.heddle.agent.call;

import dev.heddle.api.Operation;

/**
 * The rules of the call: what becomes of it after an interceptor's turn. One table for every library, and for gRPC's
 * events too; who asks it does what it says in its library's way.
 *
 * <pre>
 *   the interceptor             had seen     then
 *   ------------------------    ----------   --------------------------------------------
 *   anything                    an error     the call's own failure passes
 *   threw what it had seen      a failure    the call's own failure passes
 *   was unwound by the library  anything     what the library threw passes
 *   refused                     anything     the refusal reaches the caller
 *   gave a result that fits     anything     it is the result
 *   had an accident, guards     anything     the call is refused
 *   had an accident             nothing      it is skipped: the call goes on without it
 *   had an accident             anything     the call's own outcome stands
 * </pre>
 *
 * <p>An accident is whatever else leaves an interceptor, and a result that does not fit, such as any result of its own
 * while the call is under way on another thread. Its errors are accidents too,
 * {@link StackOverflowError} and {@link OutOfMemoryError} among them: the stack is free again when they arrive here, and
 * an extension that asks for more memory than there is must not fail a call that needs none. If the heap is full, the
 * application's own next allocation says so.
 */
public final class Rules {
    private Rules() {}

    /** What the interceptor has seen of the rest of the call. */
    public enum Seen {
        /** It has not gone on. */
        NOTHING,
        /** It has gone on, maybe on another thread, and that has not come back. */
        UNDER_WAY,
        /** A result. */
        RESULT,
        /** An exception of the application or the library. */
        FAILURE,
        /** An {@link Error} of the application or the library: Temporal ends workflow threads with errors. */
        ERROR
    }

    /** How the interceptor's turn has ended. */
    public enum Did {
        /** It gave a result that the call can have. */
        GIVE_RESULT,
        /** It threw the very exception that it had seen. */
        THROW_SEEN,
        /** It refused on purpose. */
        REFUSE,
        /** The library unwinds its thread by an error of its own, such as Temporal's at an eviction. */
        UNWIND,
        /** It threw anything else, or gave a result that the call cannot have. */
        FAIL
    }

    /** What becomes of the call. */
    public enum Verdict {
        /** What the interceptor gave is the result. */
        RESULT,
        /** What the interceptor threw is thrown. */
        THROW,
        /** The outcome that it has seen stands, result or failure; one that is under way is waited for. */
        OUTCOME,
        /** The interceptor is skipped. */
        SKIP,
        /** A guard has failed, and the call is refused. */
        REFUSE
    }

    /**
     * Whether a library unwinds its thread by this: {@code Thread.stop}, and Temporal's own errors, whoever meets them. An
     * interceptor meets them too, where it waits in {@code Workflow.await} while its workflow leaves the cache.
     */
    public static boolean unwinds(Throwable thrown) {
        return thrown instanceof ThreadDeath
                || thrown instanceof Error && thrown.getClass().getName().startsWith("io.temporal.");
    }

    /**
     * Whether an accident counts towards switching its extension off. Not on a call that arrives: the sender may have
     * provoked it, and no sender must be able to switch an extension off for everybody else. An extension that was built
     * for other libraries is told by its linkage errors, which no input provokes. Nor does an interrupt count: it is the
     * application's.
     */
    public static boolean counts(Operation operation, Throwable accident) {
        return accident instanceof LinkageError
                || operation.category().outbound() && !(accident instanceof InterruptedException);
    }

    /** Decides. */
    public static Verdict verdict(Did did, Seen seen, boolean guard) {
        if (seen == Seen.ERROR) {
            return Verdict.OUTCOME;
        }
        return switch (did) {
            case GIVE_RESULT -> Verdict.RESULT;
            case THROW_SEEN -> Verdict.OUTCOME;
            case REFUSE, UNWIND -> Verdict.THROW;
            case FAIL -> {
                if (guard) {
                    yield Verdict.REFUSE;
                }
                yield seen == Seen.NOTHING ? Verdict.SKIP : Verdict.OUTCOME;
            }
        };
    }
}
