package acme.corpus

import acme.library.Reflection
import acme.library.Threads
import io.temporal.workflow.Async
import io.temporal.workflow.Functions
import io.temporal.workflow.Workflow
import java.time.Duration
import java.util.Arrays
import java.util.Timer
import java.util.concurrent.CompletableFuture
import java.util.concurrent.Executor
import java.util.concurrent.Executors
import java.util.concurrent.ForkJoinPool
import java.util.stream.IntStream
import kotlin.concurrent.thread
import kotlin.concurrent.timer

private fun ofThreads(
    name: String, direct: Kind.Code, library: Kind.Code, disguised: Kind.Code, harmless: Kind.Code,
) = kind("threads", name, direct, library, disguised, harmless)

internal fun kotlinThreads(): List<Kind> = listOf(
    ofThreads(
        "Thread.start",
        { Thread { }.start() },
        { thread { } },
        { Thread { }.let(Thread::start) },
        { Thread { }.run() },
    ),
    ofThreads(
        "start of a subclass",
        { Threads.Own().start() },
        Threads::subclass,
        { object : Thread() {}.apply { start() } },
        { Threads.Own().isAlive },
    ),
    ofThreads(
        "Executors",
        { Executors.newCachedThreadPool().shutdown() },
        Threads::pool,
        { Reflection.call("java.util.concurrent.Executors", "newSingleThreadExecutor") },
        { Executor { it.run() }.execute { } },
    ),
    ofThreads(
        "the common pool",
        { ForkJoinPool.commonPool().execute { } },
        Threads::common,
        { later(ForkJoinPool::commonPool) },
        { Async.procedure(Functions.Proc { }).get() },
    ),
    ofThreads(
        "CompletableFuture async",
        { CompletableFuture.supplyAsync { 1 } },
        Threads::future,
        { later { CompletableFuture.runAsync { } } },
        { CompletableFuture.completedFuture(1).thenApply { it + 1 } },
    ),
    ofThreads(
        "parallelStream",
        { listOf(1, 2).parallelStream().forEach { } },
        Threads::parallelStream,
        { listOf(1, 2).run { parallelStream() }.count() },
        { listOf(1, 2).stream().forEach { } },
    ),
    ofThreads(
        "parallel",
        { IntStream.range(0, 9).parallel().sum() },
        Threads::parallel,
        { IntStream.range(0, 9).let { it.parallel() }.sum() },
        { IntStream.range(0, 9).sequential().sum() },
    ),
    ofThreads(
        "Timer",
        { Timer(true).cancel() },
        { timer(daemon = true, period = 10_000) { }.cancel() },
        { later { Timer(true) }.cancel() },
        { Workflow.newTimer(Duration.ofMillis(1)).get() },
    ),
    ofThreads(
        "parallelSort",
        { Arrays.parallelSort(intArrayOf(2, 1)) },
        Threads::sort,
        { intArrayOf(2, 1).also { Arrays.parallelSort(it) } },
        { intArrayOf(2, 1).sort() },
    ),
)
