package dev.heddle.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Call;
import dev.heddle.api.GrpcCall;
import dev.heddle.api.Interceptor;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class CallCounterTest {
    private final CallCounter counter = new CallCounter();

    private void count(Interceptor<Call> interceptor) throws Throwable {
        counter.count(interceptor, null);
    }

    /** More threads than there are cells, at once and one after the other. */
    @Test
    void noCallIsLostAmongManyThreads() throws InterruptedException {
        int threads = 100;
        int calls = 1_000;
        for (int round = 0; round < 3; round++) {
            List<Thread> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(new Thread(() -> {
                    for (int call = 0; call < calls; call++) {
                        try {
                            count(passed -> null);
                        } catch (Throwable impossible) {
                            throw new AssertionError(impossible);
                        }
                    }
                }));
            }
            all.forEach(Thread::start);
            for (Thread thread : all) {
                thread.join();
            }
        }
        assertThat(counter.ended()).isEqualTo(3L * threads * calls);
        assertThat(counter.begun()).isEqualTo(3L * threads * calls);
        assertThat(counter.isMeasuring()).isFalse();
    }

    @Test
    void whatIsUnderWayHasBegunAndNotEnded() throws Throwable {
        count(call -> {
            assertThat(counter.begun() - counter.ended()).isOne();
            count(further -> {
                assertThat(counter.begun() - counter.ended()).isEqualTo(2);
                return null;
            });
            return null;
        });
        assertThat(counter.begun() - counter.ended()).isZero();
    }

    @Test
    void oneThatFailsHasEnded() {
        assertThatThrownBy(() -> count(call -> {
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        assertThat(counter.begun()).isOne();
        assertThat(counter.ended()).isOne();
    }

    @Test
    void aThreadThatIsStuckIsSeenByOthers() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        Thread stuck = new Thread(() -> {
            try {
                count(call -> {
                    inside.countDown();
                    free.await();
                    return null;
                });
            } catch (Throwable impossible) {
                throw new AssertionError(impossible);
            }
        });
        stuck.start();
        inside.await();
        assertThat(counter.begun() - counter.ended()).isOne();
        free.countDown();
        stuck.join();
        assertThat(counter.begun() - counter.ended()).isZero();
    }

    @Test
    void oneInSixtyFourIsMeasuredInTwoParts() throws Throwable {
        for (int i = 0; i < 640; i++) {
            count(call -> {
                if (counter.isMeasuring()) {
                    counter.wasFurther(1_000_000_000);
                }
                return null;
            });
        }
        assertThat(counter.own().samples()).isEqualTo(10);
        assertThat(counter.rest().samples()).isEqualTo(10);
        assertThat(counter.rest().max()).isEqualTo(1_000_000_000);
        assertThat(counter.own().max()).isLessThan(1_000_000_000);
    }

    @Test
    void howLongTheOldestIsUnderWayIsKnownOfTheMeasured() throws Throwable {
        assertThat(counter.oldest()).isZero();
        count(call -> {
            long outer = counter.oldest();
            assertThat(outer).isPositive();
            for (int i = 0; i < 64; i++) {
                count(further -> null);
            }
            assertThat(counter.oldest()).isGreaterThan(outer);
            return null;
        });
        assertThat(counter.oldest()).isZero();
    }

    /** One that can be asked to tell of its end. */
    private static GrpcCall grpcCall(List<BiConsumer<Object, Throwable>> ends) {
        return (GrpcCall) Proxy.newProxyInstance(
                GrpcCall.class.getClassLoader(), new Class<?>[] {GrpcCall.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("onCompletion");
                    @SuppressWarnings("unchecked")
                    BiConsumer<Object, Throwable> end = (BiConsumer<Object, Throwable>) arguments[0];
                    ends.add(end);
                    return null;
                });
    }

    /** As a gRPC call does, which ends when its interceptor has long returned. */
    @Test
    void aGrpcCallIsFollowedToItsEndNowAndThen() throws Throwable {
        List<BiConsumer<Object, Throwable>> ends = new ArrayList<>();
        GrpcCall call = grpcCall(ends);
        for (int i = 0; i < 1024 + 65; i++) {
            counter.count(passed -> null, call);
        }
        assertThat(ends).hasSize(2);
        assertThat(counter.rest().samples()).isZero();
        ends.forEach(end -> end.accept("response", null));
        assertThat(counter.rest().samples()).isEqualTo(2);
        assertThat(counter.oldest()).isZero();
    }

    @Test
    void oneThatEndsBeforeItsInterceptorReturnsHasNoRest() {
        TimeSample rest = new TimeSample();
        GrpcRest measured = GrpcRest.of(grpcCall(new ArrayList<>()), rest);
        measured.accept(null, null);
        measured.left(Long.MAX_VALUE);
        assertThat(rest.samples()).isZero();
    }
}
