package dev.heddle.benchmarks.replay;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** The workflow whose histories are replayed, of about a hundred events. */
final class Baskets {
    static final String QUEUE = "baskets";

    private static final int ARTICLES = 15;

    private Baskets() {}

    @WorkflowInterface
    public interface Basket {
        /** Answers what it costs. */
        @WorkflowMethod
        int basket(String customer);
    }

    @ActivityInterface
    public interface Shop {
        /** Answers the price. */
        int price(String article);
    }

    /** Asks for one price after the other, and waits once. */
    public static final class BasketImpl implements Basket {
        private final Shop shop = Workflow.newActivityStub(
                Shop.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .build());

        @Override
        public int basket(String customer) {
            int sum = 0;
            for (int i = 0; i < ARTICLES; i++) {
                sum += shop.price(customer + "-" + i);
            }
            Workflow.sleep(Duration.ofMillis(1));
            return Workflow.getVersion("rounded", Workflow.DEFAULT_VERSION, 1) == 1 ? sum / 10 * 10 : sum;
        }
    }
}
