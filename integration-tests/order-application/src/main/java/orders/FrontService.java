package orders;

import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the baskets, and passes on to the workflows what customers want. */
final class FrontService implements BindableService {
    private static final Logger log = LoggerFactory.getLogger(FrontService.class);

    private final Map<String, List<Order.Item>> baskets = new ConcurrentHashMap<>();
    private final OrderDesk desk;

    FrontService(OrderDesk desk) {
        this.desk = desk;
    }

    @Override
    public ServerServiceDefinition bindService() {
        return ServerServiceDefinition.builder(Front.SERVICE)
                .addMethod(Front.UPLOAD, ServerCalls.asyncClientStreamingCall(this::upload))
                .addMethod(Front.PLACE, ServerCalls.asyncUnaryCall(this::place))
                .addMethod(Front.WATCH, ServerCalls.asyncServerStreamingCall(this::watch))
                .addMethod(Front.CHAT, ServerCalls.asyncBidiStreamingCall(this::chat))
                .build();
    }

    private StreamObserver<Front.BasketLine> upload(StreamObserver<Integer> answer) {
        List<Front.BasketLine> lines = new ArrayList<>();
        return new Requests<>(lines::add, () -> {
            lines.forEach(line -> baskets.computeIfAbsent(line.orderId(), order -> new ArrayList<>())
                    .add(line.item()));
            answer.onNext(
                    lines.stream().mapToInt(line -> line.item().quantity()).sum());
            answer.onCompleted();
        });
    }

    private void place(Front.Purchase purchase, StreamObserver<Quote> answer) {
        List<Order.Item> items = baskets.remove(purchase.orderId());
        if (items == null) {
            answer.onError(Status.FAILED_PRECONDITION
                    .withDescription("The basket is empty")
                    .asRuntimeException());
            return;
        }
        log.info("placing {}", purchase.orderId());
        Order order = new Order(purchase.orderId(), purchase.customer(), purchase.address(), items);
        answer.onNext(desk.place(order).quote());
        answer.onCompleted();
    }

    private void watch(String orderId, StreamObserver<OrderStatus> statuses) {
        OrderWorkflow order = desk.order(orderId);
        statuses.onNext(order.status());
        try {
            WorkflowStub.fromTyped(order).getResult(Receipt.class);
        } catch (WorkflowFailedException failure) {
            log.info("{} has come to nothing", orderId);
        }
        statuses.onNext(order.status());
        statuses.onCompleted();
    }

    private StreamObserver<Front.ChatLine> chat(StreamObserver<String> answers) {
        return new Requests<>(line -> answers.onNext(desk.answer(line.orderId(), line.text())), answers::onCompleted);
    }
}
