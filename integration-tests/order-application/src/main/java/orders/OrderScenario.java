package orders;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.TemporalFailure;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A customer's day: one order goes through, one is cancelled, and some loyalty points are spent. */
public final class OrderScenario {
    private static final Logger log = LoggerFactory.getLogger(OrderScenario.class);
    private static final String CUSTOMER = "alice";

    private final OrderDesk desk;
    private final Report report = new Report();

    public OrderScenario(WorkflowClient client) {
        desk = new OrderDesk(client);
    }

    /** Plays the scenario and answers the lines of its report. */
    public List<String> run() {
        desk.earn(CUSTOMER, "joining", 100);
        desk.earn(CUSTOMER, "birthday", 20);
        completeOrder(new Order(
                "order-1001",
                CUSTOMER,
                "3 Mill Street, Leeds",
                List.of(new Order.Item("linen yarn", 10, 8_50), new Order.Item("shuttle", 2, 20_00))));
        cancelOrder(new Order(
                "order-1002", CUSTOMER, "3 Mill Street, Leeds", List.of(new Order.Item("table loom", 1, 349_00))));
        spendPoints(150);
        return report.lines();
    }

    private void completeOrder(Order order) {
        OrderWorkflow workflow = place(order);
        workflow.addNote("Ring twice");
        report.fact("refused address", changeAddress(workflow, "Nowhere"));
        report.fact("accepted address", changeAddress(workflow, "12 Weaver Lane, Bolton"));
        workflow.approve();

        Receipt receipt = WorkflowStub.fromTyped(workflow).getResult(Receipt.class);
        report.fact("paid", receipt.price());
        report.fact(
                "payment",
                receipt.payment().reference() + " at attempt "
                        + receipt.payment().attempts());
        report.fact("sent to", receipt.address());
        report.fact("tracking", receipt.tracking());
        report.fact("notes", String.join(", ", receipt.notes()));
        report.fact("points earned", receipt.points());
        report.fact("status at the end", workflow.status());
    }

    private void cancelOrder(Order order) {
        OrderWorkflow workflow = place(order);
        WorkflowStub stub = WorkflowStub.fromTyped(workflow);
        stub.cancel();
        try {
            stub.getResult(Receipt.class);
            throw new IllegalStateException("The order went through although it was cancelled");
        } catch (WorkflowFailedException failure) {
            report.fact("failure", failure.getCause().getClass().getSimpleName());
        }
        report.fact("status at the end", workflow.status());
    }

    private void spendPoints(int points) {
        LedgerWorkflow ledger = desk.ledger(CUSTOMER);
        report.heading(LedgerWorkflow.idOf(CUSTOMER));
        report.fact("points", ledger.points());
        report.fact("left after redeeming", desk.redeem(CUSTOMER, points));
        ledger.close();
        report.fact(
                "pages",
                WorkflowStub.fromTyped(ledger).getResult(LedgerPage.class).number());
    }

    private OrderWorkflow place(Order order) {
        log.info("placing {}", order.id());
        OrderWorkflow workflow = desk.place(order);
        report.heading(order.id());
        report.fact("quote", workflow.quote());
        report.fact("status when quoted", workflow.status());
        return workflow;
    }

    private static String changeAddress(OrderWorkflow workflow, String address) {
        try {
            return workflow.changeAddress(address);
        } catch (WorkflowUpdateException refusal) {
            return ((TemporalFailure) refusal.getCause()).getOriginalMessage();
        }
    }
}
