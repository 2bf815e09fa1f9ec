package orders;

/** A customer's loyalty points so far: what one run of the ledger hands to the next. */
public record LedgerPage(int number, int points) {

    static LedgerPage first() {
        return new LedgerPage(1, 0);
    }
}
