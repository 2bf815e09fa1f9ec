package acme.shop;

import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/** Counts how often it is asked, which is in no history. */
public final class CountingOrder implements Shop.Order {
    private final List<Integer> checked = new ArrayList<>();
    private final Counter counter = new Counter();
    private String cached;
    private int paid;

    /** Held by it. */
    private static final class Counter {
        private int asked;
    }

    @Override
    public String order(String what) {
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
    public void checkAdd(int items) {
        checked.add(items);
    }

    @Override
    public String state() {
        counter.asked++;
        if (cached == null) {
            cached = "made when it is needed";
        }
        return "asked " + counter.asked;
    }
}
