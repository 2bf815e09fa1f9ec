package orders;

/** A card that was charged, and how often that had to be tried. */
public record Payment(String reference, int attempts) {}
