package dev.heddle.agent.call;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A part of a {@link CallCounter} that one thread alone writes, and any may read. */
class CallCell {
    /** One call in this many is measured. */
    private static final int SAMPLED = 64;

    private static final VarHandle BEGUN = handle("begun");
    private static final VarHandle ENDED = handle("ended");

    private final long thread;
    private long begun;
    private long ended;
    /** How long what is further in has taken, of the call that is being measured. */
    long further;

    CallCell(long thread) {
        this.thread = thread;
    }

    private static VarHandle handle(String field) {
        try {
            return MethodHandles.lookup().findVarHandle(CallCell.class, field, long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    final long thread() {
        return thread;
    }

    void begin() {
        BEGUN.setOpaque(this, begun + 1);
    }

    /** Counts that the call has left. */
    void end() {
        ENDED.setOpaque(this, ended + 1);
    }

    /** Whether the call that has begun last is one to be measured. */
    boolean isSampled() {
        return begun % SAMPLED == 1;
    }

    final void beginOfMany() {
        BEGUN.getAndAdd(this, 1L);
    }

    final void endOfMany() {
        ENDED.getAndAdd(this, 1L);
    }

    final long begun() {
        return (long) BEGUN.getOpaque(this);
    }

    final long ended() {
        return (long) ENDED.getOpaque(this);
    }
}
