package orders;

import io.grpc.CallOptions;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The front, as a customer's program calls it. */
public final class FrontClient implements AutoCloseable {
    private final ManagedChannel channel;

    /** Calls the front at an address, as {@code host:port}. */
    public FrontClient(String address) {
        channel = Grpc.newChannelBuilder(address, InsecureChannelCredentials.create())
                .build();
    }

    int upload(String orderId, List<Order.Item> items) {
        Responses<Integer> pieces = new Responses<>();
        StreamObserver<Front.BasketLine> basket =
                ClientCalls.asyncClientStreamingCall(channel.newCall(Front.UPLOAD, CallOptions.DEFAULT), pieces);
        items.forEach(item -> basket.onNext(new Front.BasketLine(orderId, item)));
        basket.onCompleted();
        return pieces.await().get(0);
    }

    Quote place(String orderId, String customer, String address) {
        Front.Purchase purchase = new Front.Purchase(orderId, customer, address);
        return ClientCalls.blockingUnaryCall(channel, Front.PLACE, CallOptions.DEFAULT, purchase);
    }

    Iterator<OrderStatus> watch(String orderId) {
        return ClientCalls.blockingServerStreamingCall(channel, Front.WATCH, CallOptions.DEFAULT, orderId);
    }

    /** Says the lines, and answers what the front has said to each. */
    List<String> chat(String orderId, String... lines) {
        Responses<String> answers = new Responses<>();
        StreamObserver<Front.ChatLine> chat =
                ClientCalls.asyncBidiStreamingCall(channel.newCall(Front.CHAT, CallOptions.DEFAULT), answers);
        for (String line : lines) {
            chat.onNext(new Front.ChatLine(orderId, line));
        }
        chat.onCompleted();
        return answers.await();
    }

    @Override
    public void close() {
        channel.shutdown();
        try {
            channel.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
