package dev.heddle.benchmarks.codec;

/** Who encrypts. */
public enum Cryptor {
    /** Nobody. */
    NONE,
    /** The JDK, called directly. */
    CIPHER,
    /** Heddle with its extension. */
    HEDDLE
}
