package acme.corpus

import acme.library.Blocking
import acme.library.Reflection
import io.temporal.workflow.Workflow
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.Semaphore
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import java.util.concurrent.locks.ReentrantLock
import kotlin.concurrent.withLock

private fun ofBlocking(
    name: String, direct: Kind.Code, library: Kind.Code, disguised: Kind.Code, harmless: Kind.Code,
) = kind("blocking", name, direct, library, disguised, harmless)

internal fun kotlinBlocking(): List<Kind> = listOf(
    ofBlocking("Thread.sleep", { Thread.sleep(1) }, Blocking::sleep, { 1L.let(Thread::sleep) }, { Workflow.sleep(1) }),
    ofBlocking(
        "TimeUnit.sleep",
        { TimeUnit.MILLISECONDS.sleep(1) },
        Blocking::unit,
        { with(TimeUnit.MICROSECONDS) { sleep(1) } },
        { TimeUnit.MILLISECONDS.toNanos(1) },
    ),
    ofBlocking(
        "Object.wait",
        { val monitor = Object(); synchronized(monitor) { monitor.wait(1) } },
        Blocking::await,
        { val monitor = Object(); later { synchronized(monitor) { monitor.wait(1) } } },
        { val monitor = Object(); synchronized(monitor) { monitor.notifyAll() } },
    ),
    ofBlocking(
        "CountDownLatch.await",
        { CountDownLatch(1).await(1, TimeUnit.MILLISECONDS) },
        Blocking::latch,
        { CountDownLatch(1).apply { await(1, TimeUnit.MILLISECONDS) } },
        { CountDownLatch(0).await() },
    ),
    ofBlocking(
        "Semaphore",
        { Semaphore(0).tryAcquire(1, TimeUnit.MILLISECONDS) },
        Blocking::semaphore,
        { Reflection.call(Semaphore(0), "tryAcquire") },
        { Semaphore(1).acquire() },
    ),
    ofBlocking(
        "BlockingQueue",
        { LinkedBlockingQueue<Int>().poll(1, TimeUnit.MILLISECONDS) },
        Blocking::queue,
        { LinkedBlockingQueue<Int>().run { poll(1, TimeUnit.MILLISECONDS) } },
        { LinkedBlockingQueue(listOf(1)).take() },
    ),
    ofBlocking(
        "Future.get",
        { runCatching { CompletableFuture<Int>().get(1, TimeUnit.MILLISECONDS) } },
        Blocking::future,
        { runCatching { later { CompletableFuture<Int>().get(1, TimeUnit.MILLISECONDS) } } },
        { CompletableFuture.completedFuture(1).get() },
    ),
    ofBlocking(
        "a lock that is held",
        { Blocking.HELD.tryLock() },
        Blocking::lock,
        { later(Blocking.HELD::tryLock) },
        { ReentrantLock().withLock { 1 } },
    ),
    ofBlocking(
        "LockSupport.park",
        { LockSupport.parkNanos(1) },
        Blocking::park,
        { 1L.let(LockSupport::parkNanos) },
        { Workflow.await(Duration.ofMillis(1)) { true } },
    ),
    ofBlocking(
        "Thread.join",
        { Thread { }.join() },
        Blocking::join,
        { Thread { }.let { it.join() } },
        { Thread.currentThread().isInterrupted },
    ),
    ofBlocking(
        "Thread.yield",
        { Thread.yield() },
        Blocking::yieldNow,
        { later(Thread::yield) },
        { Thread.currentThread().stackTrace },
    ),
    ofBlocking(
        "Condition.await",
        { ReentrantLock().let { lock -> lock.withLock { lock.newCondition().await(1, TimeUnit.MILLISECONDS) } } },
        Blocking::condition,
        { val lock = ReentrantLock(); later { lock.withLock { lock.newCondition().awaitNanos(1) } } },
        { ReentrantLock().let { lock -> lock.withLock { lock.newCondition().signalAll() } } },
    ),
)
