package acme.library;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Waits in many ways, not long. */
public final class Blocking {
    /** Held by a thread that is no workflow's, for good. */
    public static final ReentrantLock HELD = held();

    private Blocking() {}

    private static ReentrantLock held() {
        ReentrantLock lock = new ReentrantLock();
        Thread holder = new Thread(lock::lock, "holder");
        holder.start();
        try {
            holder.join();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
        return lock;
    }

    public static void sleep() throws InterruptedException {
        Thread.sleep(1);
    }

    public static void unit() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1);
    }

    public static void await() throws InterruptedException {
        Object monitor = new Object();
        synchronized (monitor) {
            monitor.wait(1);
        }
    }

    public static void latch() throws InterruptedException {
        new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
    }

    public static void semaphore() throws InterruptedException {
        new Semaphore(0).tryAcquire(1, TimeUnit.MILLISECONDS);
    }

    public static void queue() throws InterruptedException {
        new LinkedBlockingQueue<>().poll(1, TimeUnit.MILLISECONDS);
    }

    public static void future() throws Exception {
        try {
            new CompletableFuture<>().get(1, TimeUnit.MILLISECONDS);
        } catch (TimeoutException expected) {
            return;
        }
    }

    public static void lock() {
        HELD.tryLock();
    }

    public static void park() {
        LockSupport.parkNanos(1);
    }

    public static void join() throws InterruptedException {
        new Thread(() -> {}).join();
    }

    public static void yieldNow() {
        Thread.yield();
    }

    public static void condition() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        try {
            lock.newCondition().await(1, TimeUnit.MILLISECONDS);
        } finally {
            lock.unlock();
        }
    }
}
