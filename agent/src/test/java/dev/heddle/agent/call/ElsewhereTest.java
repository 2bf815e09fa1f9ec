package dev.heddle.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Operation;
import dev.heddle.api.RefusedException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that go on from another thread than their interceptor's. */
class ElsewhereTest {
    private static final int RACES = Integer.getInteger("races", 20_000);

    @FunctionalInterface
    private interface Step extends Interceptor<Call> {}

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final ExtensionHealth health = new ExtensionHealth("hedging", false, 1_000_000);
    private final AtomicInteger arrived = new AtomicInteger();
    private final CountDownLatch arriving = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        pool.shutdownNow();
    }

    private Object run(Category category, FakeCall.Library library, Step... interceptors) throws Throwable {
        List<Link> links = Stream.of(interceptors)
                .map(interceptor -> new Link(health, interceptor))
                .toList();
        return new FakeCall(new Chain(Operation.of(category, "call", true), links), library).enter();
    }

    private Object run(FakeCall.Library library, Step... interceptors) throws Throwable {
        return run(Category.CLIENT, library, interceptors);
    }

    private Future<Object> elsewhere(Call call) {
        return pool.submit(() -> {
            try {
                return call.proceed();
            } catch (Error | Exception passing) {
                throw passing;
            } catch (Throwable impossible) {
                throw new AssertionError(impossible);
            }
        });
    }

    /** Takes until it is released. */
    private Object slow() throws InterruptedException {
        arrived.incrementAndGet();
        arriving.countDown();
        released.await();
        return "result";
    }

    /** Lets the call end once the interceptor's own thread waits for that. */
    private void releaseWhenWaiting() {
        Thread application = Thread.currentThread();
        pool.execute(() -> {
            while (application.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            released.countDown();
        });
    }

    private Object givesUp(Call call) throws Exception {
        elsewhere(call);
        arriving.await();
        releaseWhenWaiting();
        throw new TimeoutException("too slow");
    }

    @Test
    void itsResultIsTheCalls() throws Throwable {
        assertThat(run(() -> "result", call -> elsewhere(call).get(), call -> "inner " + call.proceed()))
                .isEqualTo("inner result");
    }

    @Test
    void anInterceptorThatGivesUpWaitsForTheOutcome() throws Throwable {
        assertThat(run(this::slow, this::givesUp)).isEqualTo("result");
        assertThat(arrived).hasValue(1);
    }

    @Test
    void anInterceptorThatGivesUpWaitsForTheFailure() {
        RuntimeException failure = new IllegalArgumentException("the library's own");
        assertThatThrownBy(() -> run(
                        () -> {
                            slow();
                            throw failure;
                        },
                        this::givesUp))
                .isSameAs(failure);
    }

    @Test
    void anInterceptorThatAnswersMeanwhileWaitsForTheOutcome() throws Throwable {
        assertThat(run(this::slow, call -> {
                    elsewhere(call);
                    arriving.await();
                    releaseWhenWaiting();
                    return "meanwhile";
                }))
                .isEqualTo("result");
    }

    @Test
    void hedging() throws Throwable {
        assertThat(run(this::slow, call -> {
                    assertThatThrownBy(() -> givesUp(call)).isInstanceOf(TimeoutException.class);
                    return call.proceed();
                }))
                .isEqualTo("result");
        assertThat(arrived).hasValue(1);
    }

    @Test
    void aRefusalDoesNotWait() {
        RefusedException refusal = new RefusedException("took too long");
        assertThatThrownBy(() -> run(this::slow, call -> {
                    elsewhere(call);
                    arriving.await();
                    throw refusal;
                }))
                .isSameAs(refusal);
        released.countDown();
    }

    /** Two threads go on for the outer interceptor at once, while the inner one stands before its own proceed(). */
    @Test
    void oneGoesOnAndForItsOwnInterceptorAlone() throws Throwable {
        for (int i = 0; i < RACES; i++) {
            AtomicInteger inner = new AtomicInteger();
            AtomicInteger library = new AtomicInteger();
            CyclicBarrier start = new CyclicBarrier(2);
            Object result = run(
                    library::incrementAndGet,
                    call -> {
                        Future<Object> other = pool.submit(() -> {
                            start.await();
                            return catchThrowable(call::proceed);
                        });
                        start.await();
                        Throwable refused = catchThrowable(call::proceed);
                        Object otherRefused = other.get();
                        assertThat(refused == null).isNotEqualTo(otherRefused == null);
                        throw new IllegalStateException("an accident");
                    },
                    call -> {
                        inner.incrementAndGet();
                        return String.valueOf(call.proceed());
                    });
            assertThat(result).isEqualTo("1");
            assertThat(inner).hasValue(1);
            assertThat(library).hasValue(1);
        }
    }

    /** A thread goes on just when the interceptor ends without. */
    @Test
    void anAccidentAndAnotherThreadDoNotBothGoOn() throws Throwable {
        for (int i = 0; i < RACES; i++) {
            AtomicInteger library = new AtomicInteger();
            CyclicBarrier start = new CyclicBarrier(2);
            Object result = run(() -> "result " + library.incrementAndGet(), call -> {
                pool.execute(() -> {
                    try {
                        start.await();
                        call.proceed();
                    } catch (Throwable lateOrOver) {
                        assertThat(lateOrOver).isInstanceOf(IllegalStateException.class);
                    }
                });
                start.await();
                throw new IllegalStateException("an accident");
            });
            assertThat(result).isEqualTo("result 1");
            assertThat(library).hasValue(1);
        }
    }

    /** Whoever slips past what interceptors have claimed. */
    @Test
    void theLibraryIsReachedOnce() throws Throwable {
        assertThat(run(
                        () -> "result " + arrived.incrementAndGet(),
                        call -> {
                            Object result = call.proceed();
                            seen.add(catchThrowable(((CallView) call)::onward).getMessage());
                            return result;
                        },
                        Call::proceed))
                .isEqualTo("result 1");
        assertThat(arrived).hasValue(1);
        assertThat(seen).containsExactly("proceed() was called before, and no call runs twice");
    }

    @Test
    void anInterruptReachesTheCallWhereItIs() throws Throwable {
        CompletableFuture<Thread> application = new CompletableFuture<>();
        Future<Object> result = pool.submit(() -> {
            application.complete(Thread.currentThread());
            try {
                return run(
                        () -> {
                            arriving.countDown();
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException ofTheApplication) {
                                seen.add("library");
                            }
                            return "interrupted";
                        },
                        call -> {
                            elsewhere(call);
                            arriving.await();
                            throw new IllegalStateException("an accident");
                        });
            } catch (Throwable thrown) {
                return thrown;
            } finally {
                seen.add("interrupted after: " + Thread.currentThread().isInterrupted());
            }
        });
        arriving.await();
        application.get().interrupt();
        assertThat(result.get()).isEqualTo("interrupted");
        assertThat(seen).containsExactly("library", "interrupted after: false");
    }

    @Test
    void anInterruptThatNobodyTakesStaysWithTheApplication() throws Throwable {
        try {
            assertThat(run(this::slow, call -> {
                        elsewhere(call);
                        arriving.await();
                        released.countDown();
                        throw new InterruptedException("of the application");
                    }))
                    .isEqualTo("result");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } catch (InterruptedException takenByTheLibrary) {
            assertThat(arrived).hasValue(1);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void aWorkflowsCallStaysOnItsThread() throws Throwable {
        assertThat(run(Category.WORKFLOW_OUTBOUND, () -> "result", call -> {
                    seen.add(catchThrowable(() -> elsewhere(call).get())
                            .getCause()
                            .getMessage());
                    return call.proceed();
                }))
                .isEqualTo("result");
        assertThat(seen)
                .singleElement()
                .asString()
                .startsWith("extension hedging called proceed() of workflow outbound call on Thread");
    }

    @Test
    void whatComesTooLateIsSaid() throws Throwable {
        Call[] kept = new Call[1];
        run(() -> "result", call -> {
            kept[0] = call;
            return "answer";
        });
        assertThatThrownBy(() -> elsewhere(kept[0]).get()).hasRootCauseMessage("the call is over");
        assertThatThrownBy(() -> kept[0].setArguments(List.of())).hasMessage("the call is over");
        run(() -> "result", call -> {
            Object result = call.proceed();
            seen.add(catchThrowable(() -> call.setArguments(List.of())).getMessage());
            return result;
        });
        assertThat(seen).containsExactly("the call has gone on");
    }
}
