package dev.heddle.soak;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What everyone has seen of each call, by its number. It takes the memory that it needs at once, so that it is no part
 * of any growth. Thread-safe.
 */
public final class Ledger {
    private static final Ledger THE_ONE = new Ledger(Integer.getInteger("soak.calls", 1000));
    private static final int BITS = 8;
    private static final int ENOUGH = 50;

    /** What is counted of each call, up to 255. */
    public enum Mark {
        /** The caller has made it. */
        SENT,
        /** The caller has got an outcome. */
        OUTCOME,
        /** An interceptor at the caller's end has seen it come; in workflows replays do not count. */
        CALLER,
        /** The same has been told how it ended. */
        CALLER_TOLD,
        /** An interceptor at the callee's end has seen it come. */
        CALLEE,
        /** The same has been told how it ended. */
        CALLEE_TOLD,
        /** The handler has run; in workflows replays count. */
        RUN,
        /** It shows in the workflow's result. */
        EFFECT
    }

    private final AtomicLongArray marks;
    private final AtomicIntegerArray attempts;
    private final Kind[] kinds;
    private final Outcome[] outcomes;
    private final boolean[] disrupted;
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();

    /** Interceptors that were entered, and that were left, of whatever call. */
    public final AtomicLong entered = new AtomicLong();

    public final AtomicLong left = new AtomicLong();

    /** Accidents that interceptors had, and that the extension was told of. */
    public final AtomicLong accidents = new AtomicLong();

    public final AtomicLong accidentsTold = new AtomicLong();

    private Ledger(int size) {
        marks = new AtomicLongArray(size);
        attempts = new AtomicIntegerArray(size);
        kinds = new Kind[size];
        outcomes = new Outcome[size];
        disrupted = new boolean[size];
    }

    /** The ledger of this JVM. */
    public static Ledger get() {
        return THE_ONE;
    }

    int size() {
        return marks.length();
    }

    void sent(int number, Kind kind) {
        kinds[number] = kind;
        mark(number, Mark.SENT);
    }

    /** The outcome, and whether it may be due to a disruption. */
    void ended(int number, Outcome outcome, boolean disruption) {
        outcomes[number] = outcome;
        disrupted[number] = disruption;
        mark(number, Mark.OUTCOME);
    }

    /** One more. */
    public void mark(int number, Mark what) {
        long before = marks.getAndAdd(number, 1L << what.ordinal() * BITS);
        if ((before >>> what.ordinal() * BITS & 0xFF) == 0xFF) {
            problem("call " + number + ": " + what + " more than can be counted");
        }
    }

    /** An attempt of an activity, which must not have run before. */
    void attempt(int number, int attempt) {
        if ((attempts.getAndAccumulate(number, 1 << attempt, (one, other) -> one | other) & 1 << attempt) != 0) {
            problem("call " + number + ": attempt " + attempt + " has run twice");
        }
    }

    /** What must happen to a call. */
    public Plan plan(int number) {
        return Plan.of(kinds[number], number);
    }

    /** What kind of call has this number, or {@code null}. */
    public Kind kind(int number) {
        return kinds[number];
    }

    Outcome outcome(int number) {
        return outcomes[number] == null ? Outcome.NONE : outcomes[number];
    }

    boolean isDisrupted(int number) {
        return disrupted[number];
    }

    /** How often. */
    public int count(int number, Mark what) {
        return (int) (marks.get(number) >>> what.ordinal() * BITS & 0xFF);
    }

    /** What must not be; only the first few are kept. */
    public void problem(String problem) {
        if (problems.size() < ENOUGH) {
            problems.add(problem);
        }
    }

    Queue<String> problems() {
        return problems;
    }
}
