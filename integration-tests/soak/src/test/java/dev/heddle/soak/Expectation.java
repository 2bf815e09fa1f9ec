package dev.heddle.soak;

import java.util.EnumSet;
import java.util.Set;

/**
 * What must come of a call if nothing is taken away meanwhile.
 *
 * @param outcomes one of which the caller gets
 * @param arrives whether it reaches the interceptor of the callee
 * @param handled whether it reaches the handler
 * @param exact whether it must arrive and be handled, or else may have ended before
 */
record Expectation(Set<Outcome> outcomes, boolean arrives, boolean handled, boolean exact) {
    private static Expectation exactly(Outcome outcome, boolean arrives, boolean handled) {
        return new Expectation(EnumSet.of(outcome), arrives, handled, true);
    }

    private static Expectation atMost(Outcome... outcomes) {
        return new Expectation(Set.of(outcomes), true, true, false);
    }

    static Expectation of(Kind kind, Plan plan) {
        boolean arrives = plan.end() == End.CALLEE;
        return switch (plan.fault()) {
            case NONE, THROW_BEFORE, THROW_AFTER, THROW_LATER, SLOW, RETRY -> exactly(Outcome.OK, true, true);
            case REFUSE -> exactly(kind == Kind.SIGNAL && arrives ? Outcome.OK : Outcome.REFUSED, arrives, false);
            case STATUS -> exactly(Outcome.STATUS, arrives, false);
            case ANSWER -> exactly(Outcome.OK, arrives, false);
            case CANCEL ->
                kind.isGrpc() ? atMost(Outcome.CANCELLED, Outcome.OK) : exactly(Outcome.CANCELLED, true, true);
            // Of a machine that is busy the deadline comes late.
            case DEADLINE -> atMost(Outcome.DEADLINE, Outcome.OK);
            case HANDLER_FAILS -> exactly(kind.isGrpc() ? Outcome.FAILED : Outcome.OK, true, true);
        };
    }
}
