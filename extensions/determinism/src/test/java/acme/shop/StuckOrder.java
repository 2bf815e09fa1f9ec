package acme.shop;

import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what Temporal does not know, longer than that waits; the second time it does not. */
public final class StuckOrder implements Shop.Order {
    /** Never opened. */
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private static volatile boolean freed;

    private boolean done;

    @Override
    public String order(String what) {
        Async.procedure(this::settle);
        Workflow.sleep(1);
        if (!freed) {
            freed = true;
            stick();
        }
        done = true;
        return "free";
    }

    private void settle() {
        Workflow.await(() -> done);
    }

    private static void stick() {
        try {
            NEVER.await(8, TimeUnit.SECONDS);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void pay(int amount) {}

    @Override
    public int add(int items) {
        return items;
    }

    @Override
    public void checkAdd(int items) {}

    @Override
    public String state() {
        return "";
    }
}
