package acme.shop;

import io.temporal.workflow.Workflow;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;

/** Asks the clock, from when on its application is told to. */
public final class WrongOrder implements Shop.Order {
    /** Set as if another build had been deployed. */
    static volatile boolean repaired;

    /** Whether the one before it has done its worst. */
    static final CountDownLatch BEGUN = new CountDownLatch(1);

    /** Before the workflow has begun. */
    private final LongSupplier clock = () -> System.currentTimeMillis();

    private final Random random = repaired ? new Random(1) : new Random();

    private boolean done;

    @Override
    public String order(String what) {
        try {
            if (!repaired) {
                clock.getAsLong();
            }
        } catch (RuntimeException notAnError) {
            return "caught";
        } finally {
            BEGUN.countDown();
        }
        Workflow.await(() -> done || what.equals("repairable") || System.nanoTime() != 0);
        return "done " + random.nextInt(1);
    }

    @Override
    public void pay(int amount) {
        done = System.getenv("PAID") != null;
    }

    @Override
    public int add(int items) {
        return (int) Math.random();
    }

    @Override
    public void checkAdd(int items) {}

    @Override
    public String state() {
        return "";
    }
}
