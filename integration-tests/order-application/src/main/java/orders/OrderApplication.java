package orders;

import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;

/** What a worker needs to know in order to process orders. */
public final class OrderApplication {
    public static final String TASK_QUEUE = "orders";

    private OrderApplication() {}

    public static Class<?>[] workflows() {
        return new Class<?>[] {
            OrderWorkflowImpl.class, ShippingWorkflowImpl.class, LedgerWorkflowImpl.class, FraudReviewWorkflowImpl.class
        };
    }

    /** The client is for activities that someone else completes. */
    public static Object[] activities(WorkflowClient client) {
        return new Object[] {
            new ListPricing(),
            new ShelfWarehouse(),
            new CardPayments(),
            new VanCarrier(client.newActivityCompletionClient())
        };
    }

    public static void register(Worker worker, WorkflowClient client) {
        worker.registerWorkflowImplementationTypes(workflows());
        worker.registerActivitiesImplementations(activities(client));
        worker.registerNexusServiceImplementation(new FraudServiceImpl());
    }
}
