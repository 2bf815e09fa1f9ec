package dev.heddle.agent.control;

import dev.heddle.agent.call.CallCounter;
import dev.heddle.agent.call.Link;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** A thread that an interceptor holds, as its stack tells. */
record HeldThread(Thread thread, StackTraceElement[] frames) {
    private static final String CALLS = Link.class.getPackageName() + '.';
    private static final String SDK = "io.temporal.";

    /**
     * What an interceptor does on a thread; {@code null} if the interceptor has gone on, or waits for something of the SDK,
     * which lets other threads of the workflow run meanwhile.
     */
    static HeldThread of(Thread thread) {
        return of(thread, thread.getStackTrace());
    }

    static HeldThread of(Thread thread, StackTraceElement... stack) {
        for (int i = 0; i < stack.length; i++) {
            String name = stack[i].getClassName();
            if (name.startsWith(SDK)) {
                return null;
            }
            if (name.startsWith(CALLS)) {
                boolean asks = name.equals(Link.class.getName()) || name.equals(CallCounter.class.getName());
                return asks && i > 0 ? new HeldThread(thread, Arrays.copyOf(stack, i)) : null;
            }
        }
        return null;
    }

    /** The interceptor itself, which has called what stands above it. */
    StackTraceElement interceptor() {
        return frames[frames.length - 1];
    }

    /**
     * Whether it has not run only because the machine had no time for it: it wants to, and has had little.
     *
     * @param cpu which share of a processor it has had
     */
    boolean isStarved(double cpu) {
        return thread.getState() == Thread.State.RUNNABLE && !frames[0].isNativeMethod() && cpu < 0.5;
    }

    /** How long a thread has had a processor, where the JVM knows that. */
    static long cpuNanos(Thread thread) {
        try {
            return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
        } catch (UnsupportedOperationException | LinkageError unknown) {
            return 0;
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(thread.getName()).append(", ").append(thread.getState());
        for (StackTraceElement frame : frames) {
            text.append("\n\tat ").append(frame);
        }
        return text.toString();
    }
}
