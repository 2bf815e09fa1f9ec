package dev.heddle.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Threads that claim to arrive at the library with the same call, as if no interceptor had kept them apart before. */
class ArrivalTest {
    private static final int RACES = Integer.getInteger("races", 20_000);
    private static final int OTHERS = 2;

    private final Chain chain = new Chain(Operation.of(Category.CLIENT, "call", true), List.of());
    private final CyclicBarrier start = new CyclicBarrier(OTHERS + 1);
    private final CyclicBarrier end = new CyclicBarrier(OTHERS + 1);
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile FakeCall call;

    private static boolean claims(FakeCall call) {
        try {
            call.claimArrival();
            return true;
        } catch (OvertakenException late) {
            return false;
        }
    }

    private void race() throws Exception {
        start.await();
        if (claims(call)) {
            arrived.incrementAndGet();
        }
        end.await();
    }

    @Test
    void oneOfThreeArrives() throws Exception {
        for (int i = 0; i < OTHERS; i++) {
            Thread other = new Thread(() -> {
                try {
                    for (int race = 0; race < RACES; race++) {
                        race();
                    }
                } catch (Exception broken) {
                    throw new AssertionError(broken);
                }
            });
            other.setDaemon(true);
            other.start();
        }
        for (int race = 0; race < RACES; race++) {
            arrived.set(0);
            call = new FakeCall(chain, () -> null);
            start.await();
            boolean mine = claims(call);
            end.await();
            assertThat(arrived.get() + (mine ? 1 : 0)).as("race %d", race).isOne();
        }
    }

    @Test
    void noneArrivesTwice() throws Exception {
        FakeCall mine = new FakeCall(chain, () -> null);
        assertThat(claims(mine)).isTrue();
        assertThat(claims(mine)).isFalse();
        assertThat(elsewhere(mine)).isFalse();
        FakeCall others = new FakeCall(chain, () -> null);
        assertThat(elsewhere(others)).isTrue();
        assertThat(elsewhere(others)).isFalse();
        assertThat(claims(others)).isFalse();
    }

    /** As in the midst of a race: another thread has said that it comes, and not yet whether it stands back. */
    private static Elsewhere arriving(FakeCall call) throws Exception {
        Elsewhere other = new Elsewhere();
        arrivedElsewhere().set(call, other);
        return other;
    }

    private static Field arrivedElsewhere() throws Exception {
        Field field = AbstractCall.class.getDeclaredField("arrivedElsewhere");
        field.setAccessible(true);
        return field;
    }

    @Test
    void theCallsOwnThreadArrivesWhereTheOtherStandsBack() throws Exception {
        FakeCall raced = new FakeCall(chain, () -> null);
        arriving(raced).standBack();
        assertThat(claims(raced)).isTrue();
    }

    @Test
    void theCallsOwnThreadDoesNotArriveWhereTheOtherGoesOn() throws Exception {
        FakeCall raced = new FakeCall(chain, () -> null);
        arriving(raced).goOn();
        assertThat(claims(raced)).isFalse();
    }

    @Test
    void whoComesTooLateStandsBack() throws Exception {
        FakeCall mine = new FakeCall(chain, () -> null);
        assertThat(claims(mine)).isTrue();
        assertThat(elsewhere(mine)).isFalse();
        assertThat(((Elsewhere) arrivedElsewhere().get(mine)).hasGoneOn()).isFalse();
    }

    private static boolean elsewhere(FakeCall call) throws InterruptedException {
        boolean[] claimed = new boolean[1];
        Thread other = new Thread(() -> claimed[0] = claims(call));
        other.start();
        other.join();
        return claimed[0];
    }
}
