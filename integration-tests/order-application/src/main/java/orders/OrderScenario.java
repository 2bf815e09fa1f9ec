package orders;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.util.Iterator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A customer's day: one order goes through, one is cancelled, one is empty, and some loyalty points are spent. Orders
 * go through the front; receipts and points come straight from the workflows.
 */
public final class OrderScenario {
    private static final Logger log = LoggerFactory.getLogger(OrderScenario.class);
    private static final String CUSTOMER = "alice";
    private static final String ADDRESS = "3 Mill Street, Leeds";

    private final FrontClient front;
    private final OrderDesk desk;
    private final Report report = new Report();

    public OrderScenario(FrontClient front, WorkflowClient client) {
        this.front = front;
        this.desk = new OrderDesk(client);
    }

    /** Plays the scenario and answers the lines of its report. */
    public List<String> run() {
        completeOrder("order-1001");
        cancelOrder("order-1002");
        forgetToFillTheBasket("order-1003");
        spendPoints(150);
        return report.lines();
    }

    private void completeOrder(String id) {
        place(id, new Order.Item("linen yarn", 10, 8_50), new Order.Item("shuttle", 2, 20_00));
        Iterator<OrderStatus> watch = front.watch(id);
        report.fact("status when quoted", watch.next());
        desk.earn(CUSTOMER, "joining", 100);
        desk.earn(CUSTOMER, "birthday", 20);
        List<String> answers =
                front.chat(id, "note Ring twice", "address Nowhere", "address 12 Weaver Lane, Bolton", "approve");
        report.fact("refused address", answers.get(1));
        report.fact("accepted address", answers.get(2));
        report.fact("status at the end", watch.next());

        Receipt receipt = WorkflowStub.fromTyped(desk.order(id)).getResult(Receipt.class);
        report.fact("paid", receipt.price());
        report.fact(
                "payment",
                receipt.payment().reference() + " at attempt "
                        + receipt.payment().attempts());
        report.fact("sent to", receipt.address());
        report.fact("tracking", receipt.tracking());
        report.fact("notes", String.join(", ", receipt.notes()));
        report.fact("points earned", receipt.points());
    }

    private void cancelOrder(String id) {
        place(id, new Order.Item("table loom", 1, 349_00));
        Iterator<OrderStatus> watch = front.watch(id);
        report.fact("status when quoted", watch.next());
        WorkflowStub order = WorkflowStub.fromTyped(desk.order(id));
        order.cancel();
        try {
            order.getResult(Receipt.class);
            throw new IllegalStateException("The order went through although it was cancelled");
        } catch (WorkflowFailedException failure) {
            report.fact("failure", failure.getCause().getClass().getSimpleName());
        }
        report.fact("status at the end", watch.next());
    }

    private void forgetToFillTheBasket(String id) {
        report.heading(id);
        try {
            front.place(id, CUSTOMER, ADDRESS);
            throw new IllegalStateException("The order went through although it was empty");
        } catch (StatusRuntimeException refusal) {
            Status status = refusal.getStatus();
            report.fact("refused", status.getCode() + ", " + status.getDescription());
        }
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

    private void place(String id, Order.Item... items) {
        log.info("placing {}", id);
        report.heading(id);
        report.fact("pieces", front.upload(id, List.of(items)));
        report.fact("quote", front.place(id, CUSTOMER, ADDRESS));
    }
}
