package dev.heddle.agent.call.temporal;

import java.util.Arrays;

/**
 * The threads of a workflow on which an interceptor is at work: what it asks of the SDK is its own and goes straight on,
 * for it would otherwise meet itself again. An interceptor may be parked, in a timer or until a promise is there, while
 * other threads of its workflow and its queries go on, and their calls are the application's.
 *
 * <p>Temporal runs the threads of a workflow one at a time and hands memory over between them. There are seldom two, and
 * most calls are made by the thread that made the last: what is behind the count stays, because to write a reference into
 * an object that is old costs a memory barrier, as much as the rest of a call.
 */
final class AtWork {
    private Thread[] threads = new Thread[2];
    private int count;

    /** Whether an interceptor is at work on the thread at hand. */
    boolean here() {
        return count > 0 && indexOf(Thread.currentThread()) >= 0;
    }

    /** An interceptor goes to work on a thread. */
    void begin(Thread thread) {
        if (count == threads.length) {
            threads = Arrays.copyOf(threads, count * 2);
        }
        put(count++, thread);
    }

    /** It ends, or goes on to what is the workflow's. */
    void end(Thread thread) {
        put(indexOf(thread), threads[--count]);
    }

    private void put(int at, Thread thread) {
        if (threads[at] != thread) {
            threads[at] = thread;
        }
    }

    private int indexOf(Thread thread) {
        int at = count - 1;
        while (at >= 0 && threads[at] != thread) {
            at--;
        }
        return at;
    }
}
