package dev.heddle.extension.payloadcodec;

/** A payload that cannot be encoded or decoded; what it says has nothing of it, nor of a key. */
final class PayloadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PayloadException(String message) {
        super(message);
    }

    PayloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
