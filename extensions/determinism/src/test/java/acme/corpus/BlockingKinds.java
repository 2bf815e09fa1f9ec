package acme.corpus;

import acme.library.Blocking;
import acme.library.Reflection;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/** Waiting that Temporal does not know of. */
final class BlockingKinds {
    private BlockingKinds() {}

    /** Waits for a time at most. */
    private interface Wait {
        Object until(long time, TimeUnit unit) throws Exception;
    }

    static List<Kind> all() {
        return List.of(
                new Kind(
                        "blocking",
                        "Thread.sleep",
                        () -> Thread.sleep(1),
                        Blocking::sleep,
                        () -> Reflection.call(Thread.class, "sleep", long.class, 1L),
                        () -> Workflow.sleep(1)),
                new Kind(
                        "blocking",
                        "TimeUnit.sleep",
                        () -> TimeUnit.MILLISECONDS.sleep(1),
                        Blocking::unit,
                        () -> {
                            Kind.Code lambda = () -> TimeUnit.MICROSECONDS.sleep(1);
                            lambda.run();
                        },
                        () -> TimeUnit.MILLISECONDS.toNanos(1)),
                new Kind(
                        "blocking",
                        "Object.wait",
                        () -> {
                            Object monitor = new Object();
                            synchronized (monitor) {
                                monitor.wait(1);
                            }
                        },
                        Blocking::await,
                        () -> {
                            Object monitor = new Object();
                            Kind.Code wait = () -> monitor.wait(1);
                            synchronized (monitor) {
                                wait.run();
                            }
                        },
                        () -> {
                            Object monitor = new Object();
                            synchronized (monitor) {
                                monitor.notifyAll();
                            }
                        }),
                new Kind(
                        "blocking",
                        "CountDownLatch.await",
                        () -> new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS),
                        Blocking::latch,
                        () -> {
                            Wait wait = new CountDownLatch(1)::await;
                            wait.until(1, TimeUnit.MILLISECONDS);
                        },
                        () -> new CountDownLatch(0).await()),
                new Kind(
                        "blocking",
                        "Semaphore",
                        () -> new Semaphore(0).tryAcquire(1, TimeUnit.MILLISECONDS),
                        Blocking::semaphore,
                        () -> Reflection.call(new Semaphore(0), "tryAcquire"),
                        () -> new Semaphore(1).acquire()),
                new Kind(
                        "blocking",
                        "BlockingQueue",
                        () -> new LinkedBlockingQueue<>().poll(1, TimeUnit.MILLISECONDS),
                        Blocking::queue,
                        () -> {
                            Wait wait = new LinkedBlockingQueue<>()::poll;
                            wait.until(1, TimeUnit.MILLISECONDS);
                        },
                        () -> {
                            BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
                            queue.put(1);
                            queue.take();
                        }),
                new Kind(
                        "blocking",
                        "Future.get",
                        () -> {
                            try {
                                new CompletableFuture<>().get(1, TimeUnit.MILLISECONDS);
                            } catch (TimeoutException expected) {
                                return;
                            }
                        },
                        Blocking::future,
                        () -> {
                            Wait wait = new CompletableFuture<>()::get;
                            try {
                                wait.until(1, TimeUnit.MILLISECONDS);
                            } catch (TimeoutException expected) {
                                return;
                            }
                        },
                        () -> CompletableFuture.completedFuture(1).get()),
                new Kind(
                        "blocking",
                        "a lock that is held",
                        () -> Blocking.HELD.tryLock(),
                        Blocking::lock,
                        () -> {
                            Callable<Boolean> lock = Blocking.HELD::tryLock;
                            lock.call();
                        },
                        () -> {
                            Lock free = new ReentrantLock();
                            free.lock();
                            free.unlock();
                        }),
                new Kind(
                        "blocking",
                        "LockSupport.park",
                        () -> LockSupport.parkNanos(1),
                        Blocking::park,
                        () -> {
                            LongConsumer park = LockSupport::parkNanos;
                            park.accept(1);
                        },
                        () -> Workflow.await(Duration.ofMillis(1), () -> true)),
                new Kind(
                        "blocking",
                        "Thread.join",
                        () -> new Thread(() -> {}).join(),
                        Blocking::join,
                        () -> {
                            Kind.Code join = new Thread(() -> {})::join;
                            join.run();
                        },
                        () -> Thread.currentThread().isInterrupted()),
                new Kind(
                        "blocking",
                        "Thread.yield",
                        () -> Thread.yield(),
                        Blocking::yieldNow,
                        () -> Reflection.call("java.lang.Thread", "yield"),
                        () -> Thread.currentThread().getStackTrace()),
                new Kind(
                        "blocking",
                        "Condition.await",
                        () -> {
                            Lock lock = new ReentrantLock();
                            lock.lock();
                            lock.newCondition().await(1, TimeUnit.MILLISECONDS);
                        },
                        Blocking::condition,
                        () -> {
                            Lock lock = new ReentrantLock();
                            lock.lock();
                            Condition condition = lock.newCondition();
                            Wait wait = condition::await;
                            wait.until(1, TimeUnit.MILLISECONDS);
                        },
                        () -> {
                            Lock lock = new ReentrantLock();
                            lock.lock();
                            lock.newCondition().signalAll();
                            lock.unlock();
                        }));
    }
}
