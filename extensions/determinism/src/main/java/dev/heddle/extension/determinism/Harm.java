package dev.heddle.extension.determinism;

import dev.heddle.api.CodeSite;
import java.util.Collection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** Whether a call does what its rule is about, as the objects tell that it is about: a lock that nobody holds does not block. */
interface Harm {
    /** Whatever the objects are. */
    Harm ALWAYS = (target, argument) -> true;

    /** Whether it does; where the objects are not known it does. */
    boolean isIn(Object target, Object argument);

    /** What tells it of calls at a place. */
    static Harm at(CodeSite site, Rule rule) {
        return switch (rule) {
            case TIME -> ofTime(site);
            case THREADS -> (target, argument) -> isThreads(site, target);
            case BLOCKING -> (target, argument) -> blocks(site, target);
            case ORDER -> Order.at(site);
            default -> ALWAYS;
        };
    }

    private static Harm ofTime(CodeSite site) {
        if (takesClock(site)) {
            return (target, argument) -> isSystem(argument);
        }
        return ofClock(site) ? (target, argument) -> isSystem(target) : ALWAYS;
    }

    private static boolean ofClock(CodeSite site) {
        return site.owner().equals("java.time.Clock") || site.owner().equals("java.time.InstantSource");
    }

    private static boolean takesClock(CodeSite site) {
        return site.descriptor().startsWith("(Ljava/time/Clock;")
                || site.descriptor().startsWith("(Ljava/time/InstantSource;");
    }

    /** A clock of the application's own is looked at where it asks another. */
    private static boolean isSystem(Object clock) {
        return clock == null
                || clock.getClass().getName().startsWith("java.time.")
                        && clock.toString().contains("System");
    }

    /** An executor of the application's own is looked at where it begins a thread. */
    private static boolean isThreads(CodeSite site, Object target) {
        if (site.name().equals("start") && !site.owner().startsWith("java.")) {
            return target instanceof Thread;
        }
        return !(target instanceof Executor) || target.getClass().getName().startsWith("java.util.concurrent.");
    }

    private static boolean blocks(CodeSite site, Object target) {
        if (target instanceof CountDownLatch latch) {
            return latch.getCount() > 0;
        }
        if (target instanceof Semaphore semaphore) {
            return semaphore.availablePermits() == 0;
        }
        if (target instanceof Future<?> future) {
            return !future.isDone();
        }
        if (target instanceof Collection<?> queue
                && (site.name().startsWith("take") || site.name().startsWith("poll"))) {
            return queue.isEmpty()
                    && (site.name().startsWith("take") || !site.descriptor().startsWith("()"));
        }
        if (target instanceof Collection<?>) {
            return target instanceof BlockingQueue<?> queue && queue.remainingCapacity() == 0;
        }
        if (target instanceof StampedLock lock) {
            return lock.isWriteLocked() || site.name().contains("rite") && lock.isReadLocked();
        }
        return !(target instanceof Lock lock) || isContended(lock);
    }

    private static boolean isContended(Lock lock) {
        if (lock instanceof ReentrantLock own) {
            return own.isLocked() && !own.isHeldByCurrentThread();
        }
        String state = lock.toString();
        return !state.endsWith("[Unlocked]")
                && !state.endsWith("[Read locks = 0]")
                && !state.contains(Thread.currentThread().getName());
    }
}
