package dev.heddle.extension.payloadstore;

/** A payload that cannot be stored or fetched; what it says has the key of the object and nothing of what is in it. */
final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
