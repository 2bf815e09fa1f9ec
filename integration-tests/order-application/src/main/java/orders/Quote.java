package orders;

import java.util.Locale;

/** What an order costs. */
public record Quote(int cents, String currency) {

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %d.%02d", currency, cents / 100, cents % 100);
    }
}
