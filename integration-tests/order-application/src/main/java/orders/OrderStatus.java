package orders;

/** How far an order has come. */
public enum OrderStatus {
    PLACED,
    AWAITING_APPROVAL,
    PAID,
    SHIPPED,
    CANCELLED,
    FAILED
}
