package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.InvalidResultException;
import dev.heddle.agent.call.Rules;
import dev.heddle.agent.call.Rules.Did;
import dev.heddle.agent.call.Rules.Seen;
import dev.heddle.api.Operation;

/** What becomes of a call when the turn of its interceptor has ended: {@link Rules} decide, and it is done here. */
record Decision(InterceptorTurn turn) {
    /** Decides, and does it. Throws what the application or the library threw, if that is what becomes of it. */
    void make(Object answer, Throwable failure) {
        if (failure == null && answer == turn && hasGoneOnWell()) {
            // As most do: what it has seen is what it says, and that passes.
            return;
        }
        turn.decided();
        ExtensionHealth health = turn.link().health();
        Operation operation = turn.method().chain().operation();
        Did did = did(answer, failure);
        Rules.Verdict verdict = Rules.verdict(did, seen(), health.failClosed());
        Throwable cause = failure == null && did == Did.FAIL ? new InvalidResultException(operation, answer) : failure;
        if (did == Did.FAIL) {
            health.failed(operation, whatBecomes(verdict), cause);
        } else if (did == Did.REFUSE) {
            health.refused(operation);
        }
        switch (verdict) {
            case RESULT -> result(answer);
            case THROW -> finish(cause);
            case REFUSE -> finish(GuardFailure.of(health, operation, cause));
            case SKIP -> skip();
            case OUTCOME -> stand(cause);
        }
    }

    private boolean hasGoneOnWell() {
        return turn.progress() == Progress.PROCEEDED && turn.thrown() == null;
    }

    private static String whatBecomes(Rules.Verdict verdict) {
        return switch (verdict) {
            case REFUSE -> "the call is refused";
            case SKIP -> "the call goes on without it";
            default -> "the call's own outcome stands";
        };
    }

    // What the rules ask.

    private Did did(Object answer, Throwable failure) {
        if (failure == null) {
            return fits(answer) ? Did.GIVE_RESULT : Did.FAIL;
        }
        if (failure == turn.thrown() || failure == askedFailure() || turn.wasTold(failure)) {
            return Did.THROW_SEEN;
        }
        return Statuses.deliberate(failure) ? Did.REFUSE : Did.FAIL;
    }

    private boolean fits(Object answer) {
        return turn.progress() == Progress.PROCEEDED ? answer == turn && hasGoneOnWell() : turn.accepts(answer);
    }

    private Seen seen() {
        Progress progress = turn.progress();
        if (progress == null) {
            return Seen.NOTHING;
        }
        Throwable failure = progress == Progress.PROCEEDED ? turn.thrown() : askedFailure();
        if (failure != null) {
            return failure instanceof Error ? Seen.ERROR : Seen.FAILURE;
        }
        return progress == Progress.ASKED && !turn.asked().isDone() ? Seen.UNDER_WAY : Seen.RESULT;
    }

    private Throwable askedFailure() {
        return turn.progress() != Progress.ASKED || !turn.asked().isCompletedExceptionally()
                ? null
                : turn.asked().handle((value, failure) -> failure).join();
    }

    // What is done.

    private void result(Object answer) {
        if (answer != turn) {
            turn.doneIfBegins();
            turn.answer(answer);
        }
    }

    private void finish(Throwable failure) {
        turn.doneIfBegins();
        turn.end(failure);
    }

    private void skip() {
        turn.forget();
        if (turn.claim(Progress.PROCEEDED)) {
            try {
                turn.begin();
            } catch (Throwable thrown) {
                turn.threw(thrown);
                stand(thrown);
            }
        }
    }

    private void stand(Throwable cause) {
        Throwable thrown = turn.thrown();
        if (turn.progress() == null) {
            finish(cause);
        } else if (turn.progress() == Progress.ASKED) {
            turn.release();
        } else if (thrown != null && turn.begins()) {
            throw Thrown.asItIs(thrown);
        } else if (thrown != null) {
            turn.end(thrown);
        }
    }
}
