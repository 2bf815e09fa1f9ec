package dev.heddle.agent.call;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A part of a {@link CallCounter} that one thread alone writes, and any may read. */
class CallCell {
    /** One call in this many is measured. */
    private static final int SAMPLED = 64;

    /** Of those one in this many is followed to its end, where that comes later; not the first, which would be rare calls. */
    private static final int FOLLOWED = 1024;

    private static final VarHandle BEGUN = handle("begun");
    private static final VarHandle ENDED = handle("ended");
    private static final VarHandle SINCE = handle("since");

    private final long thread;
    private long begun;
    private long ended;
    /** When the call began that is being measured, by the clock of {@code System.nanoTime}; 0 if none is. */
    private long since;
    /** How long what is further in has taken, of the call that is being measured. */
    long further;
    /** What follows it to its end, or {@code null}. */
    private GrpcRest later;

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

    /** Counts a call that begins; says whether it is one to be measured. One in whose midst it comes is so already. */
    boolean begin() {
        long count = begun + 1;
        BEGUN.setOpaque(this, count);
        return count % SAMPLED == 1 && since == 0;
    }

    /** Counts that the call has left. */
    void end() {
        ENDED.setOpaque(this, ended + 1);
    }

    /** Whether the call that is to be measured is one to be followed to its end. */
    final boolean isFollowed() {
        return begun % FOLLOWED == SAMPLED + 1;
    }

    /** Measures the call at hand from now on. */
    final void measure(GrpcRest following) {
        further = 0;
        later = following;
        // A clock may be at zero, which stands for none.
        SINCE.setOpaque(this, System.nanoTime() | 1);
    }

    /** Measures no more; gives how long the call has taken, in nanoseconds. */
    final long measured() {
        long all = System.nanoTime() - since;
        SINCE.setOpaque(this, 0L);
        if (later != null) {
            later.left(all);
            later = null;
        }
        return all;
    }

    /** When the call began that is being measured; 0 if none is. */
    final long since() {
        return (long) SINCE.getOpaque(this);
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
