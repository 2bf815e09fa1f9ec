package dev.heddle.soak;

import static dev.heddle.soak.Fault.ANSWER;
import static dev.heddle.soak.Fault.CANCEL;
import static dev.heddle.soak.Fault.DEADLINE;
import static dev.heddle.soak.Fault.HANDLER_FAILS;
import static dev.heddle.soak.Fault.REFUSE;
import static dev.heddle.soak.Fault.RETRY;
import static dev.heddle.soak.Fault.SLOW;
import static dev.heddle.soak.Fault.THROW_AFTER;
import static dev.heddle.soak.Fault.THROW_BEFORE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of calls, and what can happen to them at the caller's end and at the callee's. */
public enum Kind {
    /** A unary gRPC call whose caller's thread is also gRPC's. */
    BLOCKING(EnumSet.complementOf(EnumSet.of(Fault.NONE, CANCEL, DEADLINE, RETRY, HANDLER_FAILS))),
    /** The other gRPC calls, with observers. */
    UNARY(BLOCKING),
    SERVER_STREAM(BLOCKING),
    CLIENT_STREAM(BLOCKING),
    BIDI(BLOCKING),
    /** A workflow, from its start to its result. */
    WORKFLOW(EnumSet.of(THROW_BEFORE, THROW_AFTER, REFUSE)),
    SIGNAL(EnumSet.of(THROW_BEFORE, THROW_AFTER, REFUSE)),
    QUERY(EnumSet.of(THROW_BEFORE, THROW_AFTER, REFUSE, ANSWER)),
    UPDATE(EnumSet.of(THROW_BEFORE, THROW_AFTER, REFUSE)),
    ACTIVITY(EnumSet.of(THROW_BEFORE, THROW_AFTER, REFUSE, ANSWER)),
    LOCAL_ACTIVITY(EnumSet.of(THROW_BEFORE, THROW_AFTER, REFUSE, ANSWER));

    /** Those of gRPC. */
    static final List<Kind> OF_GRPC = List.of(BLOCKING, UNARY, SERVER_STREAM, CLIENT_STREAM, BIDI);

    private final Set<Fault> atBothEnds;

    Kind(Set<Fault> atBothEnds) {
        this.atBothEnds = atBothEnds;
    }

    Kind(Kind other) {
        this(other.atBothEnds);
    }

    /** Whether it is gRPC's, not Temporal's. */
    public boolean isGrpc() {
        return OF_GRPC.contains(this);
    }

    /**
     * Whether an interceptor there can count on hearing of its end. Of workflow threads, which may be destroyed, it
     * cannot.
     */
    public boolean tellsOfEnd(End end) {
        return end == End.CALLER ? !leavesWorkflow() : !reachesWorkflow();
    }

    /** Whether a workflow makes it. */
    boolean leavesWorkflow() {
        return this == ACTIVITY || this == LOCAL_ACTIVITY;
    }

    /** Whether it reaches a workflow. */
    boolean reachesWorkflow() {
        return this == WORKFLOW || this == SIGNAL || this == QUERY || this == UPDATE;
    }

    /** All that can happen, each as likely as the other. */
    List<Plan> plans() {
        return Stream.concat(
                        atBothEnds.stream()
                                .flatMap(fault -> Stream.of(End.values()).map(end -> new Plan(fault, end))),
                        more())
                .toList();
    }

    private Stream<Plan> more() {
        Plan slow = new Plan(SLOW, leavesWorkflow() ? End.CALLEE : End.CALLER);
        Plan handler = new Plan(HANDLER_FAILS, End.CALLEE);
        return switch (this) {
            case BLOCKING -> Stream.of(new Plan(RETRY, End.CALLER), new Plan(DEADLINE, End.CALLER), handler);
            case UNARY, SERVER_STREAM, CLIENT_STREAM, BIDI ->
                Stream.of(
                        new Plan(RETRY, End.CALLER),
                        new Plan(DEADLINE, End.CALLER),
                        new Plan(CANCEL, End.CALLER),
                        handler);
            case WORKFLOW -> Stream.of(slow, new Plan(CANCEL, End.CALLER));
            case SIGNAL, QUERY, UPDATE, LOCAL_ACTIVITY -> Stream.of(slow);
            case ACTIVITY -> Stream.of(slow, handler);
        };
    }
}
