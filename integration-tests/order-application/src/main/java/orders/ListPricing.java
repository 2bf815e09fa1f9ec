package orders;

/** The list price, less a tenth from a hundred upwards. */
final class ListPricing implements Pricing {
    private static final int DISCOUNT_FROM_CENTS = 100_00;

    @Override
    public int price(Order order) {
        int cents = order.items().stream()
                .mapToInt(item -> item.quantity() * item.cents())
                .sum();
        return cents < DISCOUNT_FROM_CENTS ? cents : cents - cents / 10;
    }
}
