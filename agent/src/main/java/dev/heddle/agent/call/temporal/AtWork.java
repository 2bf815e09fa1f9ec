package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.WorkflowTurn;
import java.util.ArrayList;
import java.util.List;

/**
 * The threads of a workflow on which an interceptor is at work: what it asks of the SDK is its own and goes straight on,
 * for it would otherwise meet itself again. An interceptor may be parked, in a timer or until a promise is there, while
 * other threads of its workflow and its queries go on, and their calls are the application's.
 *
 * <p>Temporal runs the threads of a workflow one at a time and hands memory over between them. Most calls are made by the
 * thread that made the last, which is kept: to write a reference into an object that is old costs a memory barrier, as much
 * as the rest of a call.
 */
final class AtWork extends WorkflowTurn {
    private List<Thread> others;

    /** Whether an interceptor is at work on the thread at hand. */
    boolean here() {
        Thread thread = Thread.currentThread();
        return thread == last ? lastIsAtWork() : others != null && others.contains(thread);
    }

    private boolean lastIsAtWork() {
        return (turn & 1) != 0;
    }

    /** An interceptor goes to work on a thread, on which none is. */
    void begin(Thread thread) {
        if (thread == last) {
            turn |= 1;
        } else if (!lastIsAtWork()) {
            last = thread;
            turn |= 1;
        } else {
            if (others == null) {
                others = new ArrayList<>(1);
            }
            others.add(thread);
        }
    }

    /** It ends, or goes on to what is the workflow's. */
    void end(Thread thread) {
        if (thread == last) {
            turn += turn & 1;
        } else {
            others.remove(thread);
        }
    }
}
