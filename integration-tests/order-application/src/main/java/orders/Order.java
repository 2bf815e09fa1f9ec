package orders;

import java.util.List;

/** What a customer wants, and where it should go. */
public record Order(String id, String customer, String address, List<Item> items) {

    /** How many pieces the order has in all. */
    public int pieces() {
        return items.stream().mapToInt(Item::quantity).sum();
    }

    /** One line of an order. */
    public record Item(String article, int quantity, int cents) {}
}
