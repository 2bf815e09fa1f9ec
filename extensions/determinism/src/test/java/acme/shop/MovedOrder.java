package acme.shop;

import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Sleeps first, from when on its application is told to, for one task. */
public final class MovedOrder implements Shop.Order {
    /** Set as if another build had been deployed; taken back by the first task that finds it. */
    static volatile boolean moved;

    private final Shop.Stock stock = Workflow.newActivityStub(
            Shop.Stock.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                    .build());
    private String taken = "";
    private int paid;

    @Override
    public String order(String what) {
        if (moved) {
            moved = false;
            Workflow.sleep(Duration.ofSeconds(1));
        }
        taken = stock.take(what);
        Workflow.await(() -> paid > 0);
        return "paid " + paid;
    }

    @Override
    public void pay(int amount) {
        paid += amount;
    }

    @Override
    public int add(int items) {
        return items;
    }

    @Override
    public void checkAdd(int items) {}

    @Override
    public String state() {
        return taken.isEmpty() ? "" : "taken";
    }
}
