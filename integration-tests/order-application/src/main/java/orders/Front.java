package orders;

import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;

/** What the front offers to customers' programs: the methods of a gRPC service. */
final class Front {
    static final String SERVICE = "orders.Front";

    /** Fills the basket of an order, and answers how many pieces are in it. */
    static final MethodDescriptor<BasketLine, Integer> UPLOAD =
            method("Upload", MethodType.CLIENT_STREAMING, BasketLine.class, Integer.class);

    /** Orders what is in the basket, and answers what it costs. */
    static final MethodDescriptor<Purchase, Quote> PLACE =
            method("Place", MethodType.UNARY, Purchase.class, Quote.class);

    /** The status of an order now, and once more when it is done. */
    static final MethodDescriptor<String, OrderStatus> WATCH =
            method("Watch", MethodType.SERVER_STREAMING, String.class, OrderStatus.class);

    /** A talk about an order: an answer to each line. */
    static final MethodDescriptor<ChatLine, String> CHAT =
            method("Chat", MethodType.BIDI_STREAMING, ChatLine.class, String.class);

    private Front() {}

    private static <Q, R> MethodDescriptor<Q, R> method(
            String name, MethodType type, Class<Q> request, Class<R> response) {
        return MethodDescriptor.newBuilder(new JsonMarshaller<>(request), new JsonMarshaller<>(response))
                .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, name))
                .setType(type)
                .build();
    }

    /** One more article for the basket of an order. */
    record BasketLine(String orderId, Order.Item item) {}

    /** Who buys what is in the basket, and where it should go. */
    record Purchase(String orderId, String customer, String address) {}

    /** What a customer says about an order: {@code note TEXT}, {@code address TEXT} or {@code approve}. */
    record ChatLine(String orderId, String text) {}
}
