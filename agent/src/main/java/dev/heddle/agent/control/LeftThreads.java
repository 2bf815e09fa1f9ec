package dev.heddle.agent.control;

import dev.heddle.agent.status.Status;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Threads that run on although the extension that they are of has closed. Holds neither. */
final class LeftThreads {
    private final String extension;
    private final List<WeakReference<Thread>> threads = new ArrayList<>();
    /** When they have had their time to end. */
    private final long end;

    LeftThreads(String extension, Set<Thread> running, long end) {
        this.extension = extension;
        this.end = end;
        for (Thread thread : running) {
            threads.add(new WeakReference<>(thread));
        }
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    void removeFrom(Set<Thread> others) {
        for (WeakReference<Thread> each : threads) {
            others.remove(each.get());
        }
    }

    /** What there is of them; {@code null} if they have all ended. */
    Status.LeftThreads now() {
        int count = 0;
        String name = null;
        for (WeakReference<Thread> each : threads) {
            Thread thread = each.get();
            if (thread != null && thread.isAlive()) {
                count++;
                name = name == null ? thread.getName() : name;
            }
        }
        return count == 0 ? null : new Status.LeftThreads(extension, count, name);
    }
}
