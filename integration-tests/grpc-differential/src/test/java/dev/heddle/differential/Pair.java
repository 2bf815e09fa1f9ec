package dev.heddle.differential;

import io.grpc.ClientInterceptor;
import io.grpc.ServerInterceptor;

/** Interceptors by hand, which an application registers for both sides at the places where Heddle stands. */
interface Pair extends ClientInterceptor, ServerInterceptor {
    /** The one that the flavour of this JVM has, or {@code null}. */
    static Pair ofFlavour() {
        return switch (Flavour.current()) {
            case BY_HAND -> new ByHand();
            case HELD_BY_HAND -> new HeldByHand();
            default -> null;
        };
    }
}
