package orders;

/** What the fraud team thinks of an order. */
public enum FraudVerdict {
    CLEAR,
    SUSPICIOUS
}
