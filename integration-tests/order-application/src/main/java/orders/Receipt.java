package orders;

import java.util.List;

/** What the customer gets for an order that went through. */
public record Receipt(Quote price, Payment payment, String address, String tracking, int points, List<String> notes) {}
