package acme.corpus;

import acme.library.Reflection;
import acme.library.Threads;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Threads and executors. */
final class ThreadKinds {
    private ThreadKinds() {}

    static List<Kind> all() {
        return List.of(
                new Kind(
                        "threads",
                        "Thread.start",
                        () -> new Thread(() -> {}).start(),
                        Threads::start,
                        () -> Reflection.call(new Thread(() -> {}), "start"),
                        () -> new Thread(() -> {}).run()),
                new Kind(
                        "threads",
                        "start of a subclass",
                        () -> new Threads.Own().start(),
                        Threads::subclass,
                        () -> {
                            Runnable start = new Threads.Own()::start;
                            start.run();
                        },
                        () -> new Threads.Own().isAlive()),
                new Kind(
                        "threads",
                        "Executors",
                        () -> Executors.newCachedThreadPool().shutdown(),
                        Threads::pool,
                        () -> Reflection.call("java.util.concurrent.Executors", "newSingleThreadExecutor"),
                        () -> {
                            Executor here = Runnable::run;
                            here.execute(() -> {});
                        }),
                new Kind(
                        "threads",
                        "the common pool",
                        () -> ForkJoinPool.commonPool().execute(() -> {}),
                        Threads::common,
                        () -> {
                            Supplier<ForkJoinPool> pools = ForkJoinPool::commonPool;
                            pools.get();
                        },
                        () -> Async.procedure(() -> {}).get()),
                new Kind(
                        "threads",
                        "CompletableFuture async",
                        () -> CompletableFuture.supplyAsync(() -> 1),
                        Threads::future,
                        () -> {
                            Function<Supplier<Integer>, CompletableFuture<Integer>> begin =
                                    CompletableFuture::supplyAsync;
                            begin.apply(() -> 1);
                        },
                        () -> CompletableFuture.completedFuture(1).thenApply(each -> each + 1)),
                new Kind(
                        "threads",
                        "parallelStream",
                        () -> List.of(1, 2).parallelStream().forEach(each -> {}),
                        Threads::parallelStream,
                        () -> {
                            Function<Collection<Integer>, Stream<Integer>> stream = Collection::parallelStream;
                            stream.apply(List.of(1, 2)).count();
                        },
                        () -> List.of(1, 2).stream().forEach(each -> {})),
                new Kind(
                        "threads",
                        "parallel",
                        () -> IntStream.range(0, 9).parallel().sum(),
                        Threads::parallel,
                        () -> {
                            Function<IntStream, IntStream> parallel = IntStream::parallel;
                            parallel.apply(IntStream.range(0, 9)).sum();
                        },
                        () -> IntStream.range(0, 9).sequential().sum()),
                new Kind(
                        "threads",
                        "Timer",
                        () -> new Timer(true).cancel(),
                        Threads::timer,
                        () -> {
                            Timer timer = (Timer) Reflection.make("java.util.Timer");
                            timer.cancel();
                        },
                        () -> Workflow.newTimer(Duration.ofMillis(1)).get()),
                new Kind(
                        "threads",
                        "parallelSort",
                        () -> Arrays.parallelSort(new int[] {2, 1}),
                        Threads::sort,
                        () -> {
                            Consumer<int[]> sort = Arrays::parallelSort;
                            sort.accept(new int[] {2, 1});
                        },
                        () -> Arrays.sort(new int[] {2, 1})));
    }
}
