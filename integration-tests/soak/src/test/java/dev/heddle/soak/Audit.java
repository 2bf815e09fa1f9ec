package dev.heddle.soak;

import dev.heddle.soak.Ledger.Mark;

/**
 * Judges what the ledger has of each call: one outcome for the caller, the one planned; and the handler has run exactly
 * as often as the call has passed the callee's interceptor, which is once. If something was taken away meanwhile, the
 * call may be broken, and then it has run at most once.
 */
final class Audit {
    private final Ledger ledger;
    private final int number;
    private final Kind kind;
    private final Plan plan;
    private final Expectation expected;
    private final Outcome outcome;
    private final boolean disrupted;

    private Audit(Ledger ledger, int number) {
        this.ledger = ledger;
        this.number = number;
        kind = ledger.kind(number);
        plan = ledger.plan(number);
        expected = Expectation.of(kind, plan);
        outcome = ledger.outcome(number);
        disrupted = ledger.isDisrupted(number);
    }

    /** Tells the ledger of what must not be. */
    static void of(Ledger ledger) {
        for (int number = 0; number < ledger.size(); number++) {
            if (ledger.kind(number) == null) {
                ledger.problem("call " + number + " was never made");
            } else {
                new Audit(ledger, number).judge();
            }
        }
        require(ledger, "interceptors left", ledger.left.get(), ledger.entered.get());
        require(ledger, "accidents told", ledger.accidentsTold.get(), ledger.accidents.get());
    }

    private static void require(Ledger ledger, String what, long actual, long wanted) {
        if (actual != wanted) {
            ledger.problem(what + ": " + actual + " instead of " + wanted);
        }
    }

    private void judge() {
        is("sent", count(Mark.SENT) == 1);
        is("one outcome", count(Mark.OUTCOME) == 1);
        is(
                "seen by the caller's interceptor once",
                kind.leavesWorkflow() ? count(Mark.CALLER) > 0 : count(Mark.CALLER) == 1);
        boolean planned = expected.outcomes().contains(outcome);
        is("the outcome", planned || mayBreak());
        if (planned && expected.exact()) {
            is("arrived", arrivals() == (expected.arrives() ? 1 : 0) || arrivals() > 0 && mayArriveAgain());
            is("handled", count(Mark.RUN) == (expected.handled() ? handling() : 0));
        } else {
            is("handled as often as arrived at most", count(Mark.RUN) <= count(Mark.CALLEE));
            is("handled once at most", count(Mark.RUN) <= 1 || mayArriveAgain());
        }
        isTold();
        isInEffect();
    }

    /** What is under way when something is taken away; but Temporal must see to it that no workflow gets lost. */
    private boolean mayBreak() {
        return disrupted
                && switch (kind) {
                    case QUERY, UPDATE -> outcome != Outcome.WRONG;
                    case WORKFLOW, SIGNAL, ACTIVITY, LOCAL_ACTIVITY -> false;
                    default -> outcome == Outcome.BROKEN || outcome == Outcome.CANCELLED;
                };
    }

    /**
     * In workflows when they are replayed. A workflow task that was too slow, or whose worker was killed, is done again,
     * and with it the local activities; another activity only if its own worker was killed.
     */
    private boolean mayArriveAgain() {
        return switch (kind) {
            case WORKFLOW, SIGNAL, QUERY, UPDATE -> true;
            case LOCAL_ACTIVITY -> count(Mark.CALLEE) <= count(Mark.CALLER);
            case ACTIVITY -> disrupted;
            default -> false;
        };
    }

    /** Arrivals, of which a planned second try is none. */
    private int arrivals() {
        boolean again = plan.is(Fault.RETRY) || plan.is(Fault.HANDLER_FAILS) && kind == Kind.ACTIVITY;
        return count(Mark.CALLEE) - (again && count(Mark.CALLEE) > 1 ? 1 : 0);
    }

    private int handling() {
        return plan.is(Fault.RETRY) ? arrivals() : count(Mark.CALLEE);
    }

    /** Who asked to be told of the end is told once. */
    private void isTold() {
        is(
                "the caller's interceptor told",
                !kind.tellsOfEnd(End.CALLER) || count(Mark.CALLER_TOLD) == count(Mark.CALLER));
        is(
                "the callee's interceptor told",
                !kind.tellsOfEnd(End.CALLEE) || count(Mark.CALLEE_TOLD) == count(Mark.CALLEE));
    }

    private void isInEffect() {
        int effect = count(Mark.EFFECT);
        if (kind == Kind.SIGNAL || kind == Kind.UPDATE) {
            boolean certain = outcome == Outcome.OK || outcome == Outcome.REFUSED;
            is("in effect", certain ? effect == (expected.handled() ? 1 : 0) : effect <= 1);
        }
    }

    private int count(Mark what) {
        return ledger.count(number, what);
    }

    private void is(String what, boolean so) {
        if (!so) {
            StringBuilder all = new StringBuilder();
            for (Mark mark : Mark.values()) {
                all.append(' ').append(mark).append(' ').append(count(mark));
            }
            ledger.problem("call %d, a %s with %s, gave %s%s; not: %s;%s"
                    .formatted(number, kind, plan, outcome, disrupted ? " while disrupted" : "", what, all));
        }
    }
}
