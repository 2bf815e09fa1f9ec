package acme.shop;

import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does whatever a workflow may do, and a few things that look as if it might not. */
public final class CleanOrder implements Shop.Order {
    private static final Logger LOG = LoggerFactory.getLogger(CleanOrder.class);

    /** Made when a workflow first needs it. */
    static final class Constants {
        static final long LOADED = System.currentTimeMillis();
        static final String HOME = System.getProperty("user.home");
        static final List<String> WORDS = new ArrayList<>(List.of("a", "b"));

        private Constants() {}
    }

    private final Shop.Stock stock = Workflow.newActivityStub(
            Shop.Stock.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                    .build());
    private final Shop.Stock here = Workflow.newLocalActivityStub(
            Shop.Stock.class,
            LocalActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                    .build());
    private final Map<String, Integer> items = new HashMap<>();
    private final CompletablePromise<Integer> paid = Workflow.newPromise();
    private int added;

    @Override
    public String order(String what) {
        LOG.info("order of {} at {}", what, Workflow.currentTimeMillis());
        Workflow.getLogger(CleanOrder.class).info("the same on replay");
        items.put(what, 1);
        items.put("box", 1);
        UUID id = Workflow.sideEffect(UUID.class, UUID::randomUUID);
        long time = Workflow.sideEffect(Long.class, () -> System.currentTimeMillis());
        int limit =
                Workflow.mutableSideEffect("limit", Integer.class, Integer::equals, () -> Integer.getInteger("x", 3));
        String taken = Async.function(stock::take, what).get() + here.take(what);
        for (Map.Entry<String, Integer> each : items.entrySet()) {
            taken += each.getKey();
        }
        Workflow.sleep(Duration.ofMillis(10));
        Workflow.await(() -> paid.isCompleted() && added > 0);
        long random = Workflow.newRandom().nextLong() + Constants.LOADED + Constants.HOME.length();
        return taken + id + time + limit + random + Constants.WORDS.size();
    }

    @Override
    public void pay(int amount) {
        paid.complete(amount);
    }

    @Override
    public int add(int number) {
        added += number;
        return added;
    }

    /** No replay repeats it. */
    @Override
    public void checkAdd(int number) {
        if (System.currentTimeMillis() < 0 || number < 0) {
            throw new IllegalArgumentException();
        }
    }

    /** Nor this. */
    @Override
    public String state() {
        return "at " + System.currentTimeMillis();
    }
}
