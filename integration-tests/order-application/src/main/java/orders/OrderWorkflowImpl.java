package orders;

import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;

/** Takes an order through screening, reservation, approval, payment and shipping; undoes the reservation on failure. */
public final class OrderWorkflowImpl implements OrderWorkflow {
    private static final Logger log = Workflow.getLogger(OrderWorkflowImpl.class);

    private final OrderServices services = new OrderServices();
    private final List<String> notes = new ArrayList<>();
    private OrderStatus status = OrderStatus.PLACED;
    private String address;
    private Quote quote;
    private boolean approved;

    /** Signals and updates may come before the workflow method runs, so the order's address is needed from the start. */
    @WorkflowInit
    public OrderWorkflowImpl(Order order) {
        address = order.address();
    }

    @Override
    public Receipt process(Order order) {
        log.info("processing {}", Workflow.getInfo().getWorkflowId());
        try {
            screen(order);
            services.warehouse.reserve(order);
            quote = new Quote(services.pricing.price(order), currency());
            awaitApproval();
            Payment payment = pay(order);
            String tracking = services.shipping(order).ship(order.id(), address);
            status = OrderStatus.SHIPPED;
            return new Receipt(quote, payment, address, tracking, creditPoints(order), notes);
        } catch (TemporalFailure failure) {
            boolean cancelled = CancellationScope.current().isCancelRequested();
            // A cancelled scope starts no activities any more, a detached one does.
            Workflow.newDetachedCancellationScope(() -> services.warehouse.release(order.id()))
                    .run();
            status = cancelled ? OrderStatus.CANCELLED : OrderStatus.FAILED;
            throw failure;
        }
    }

    private void screen(Order order) {
        FraudVerdict verdict = services.fraud.screen(order);
        if (verdict == FraudVerdict.SUSPICIOUS) {
            verdict = services.fraud.review(order);
        }
        if (verdict != FraudVerdict.CLEAR) {
            throw ApplicationFailure.newNonRetryableFailure("The order looks like fraud", "Fraud");
        }
    }

    /** Workers may be set up differently: what one of them says when it is first asked holds for the whole order. */
    private String currency() {
        return Workflow.sideEffect(String.class, () -> Settings.value("orders.currency", "EUR"));
    }

    private void awaitApproval() {
        status = OrderStatus.AWAITING_APPROVAL;
        if (!Workflow.await(Duration.ofDays(1), () -> approved)) {
            throw ApplicationFailure.newNonRetryableFailure("Nobody approved the order", "NotApproved");
        }
    }

    private Payment pay(Order order) {
        String idempotencyKey = Workflow.randomUUID().toString();
        Payment payment = services.payments.charge(order.id(), quote, idempotencyKey);
        status = OrderStatus.PAID;
        return payment;
    }

    private int creditPoints(Order order) {
        if (Workflow.getVersion("loyalty-points", Workflow.DEFAULT_VERSION, 1) == Workflow.DEFAULT_VERSION) {
            return 0;
        }
        int points = quote.cents() / 100;
        services.ledger(order.customer()).earn(order.id(), points);
        return points;
    }

    @Override
    public OrderStatus status() {
        return status;
    }

    @Override
    public Quote quote() {
        Workflow.await(() -> quote != null);
        return quote;
    }

    @Override
    public void addNote(String note) {
        log.info("note: {}", note);
        notes.add(note);
    }

    @Override
    public void approve() {
        log.info("approved");
        approved = true;
    }

    @Override
    public String changeAddress(String address) {
        log.info("new address: {}", address);
        this.address = address;
        return address;
    }

    @Override
    public void validateAddress(String address) {
        if (status != OrderStatus.PLACED && status != OrderStatus.AWAITING_APPROVAL) {
            throw new IllegalStateException("Too late to change the address");
        }
        if (!address.contains(", ")) {
            throw new IllegalArgumentException("An address needs a street and a town");
        }
    }
}
