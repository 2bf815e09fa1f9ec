package dev.heddle.differential;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What stands between the two ends of a call. */
public enum Flavour {
    /** No agent. */
    NONE,
    /** No agent, but a pair of interceptors that the application has registered. */
    BY_HAND,
    /**
     * No agent, but a pair that holds the one response as {@link #RESPONSE} must, which is compared with this. This itself
     * differs from no agent where it holds, and there only.
     */
    HELD_BY_HAND,
    /** The agent with an extension that wants other methods. */
    UNWANTED,
    /** An extension that goes on, and no more. */
    PROCEED,
    /** An extension that goes on and has itself told of all that passes. */
    OBSERVE,
    /** An extension that has the response as a stage, and returns that. */
    RESPONSE;

    private static final List<Flavour> ALL = List.of(NONE, BY_HAND, HELD_BY_HAND, UNWANTED, PROCEED, OBSERVE, RESPONSE);
    private static final AtomicLong INTERCEPTED = new AtomicLong();

    /** The one of this JVM. */
    public static Flavour current() {
        return valueOf(System.getProperty("differential.flavour", NONE.name()));
    }

    /** What it is compared with. */
    Flavour control() {
        return this == RESPONSE ? HELD_BY_HAND : NONE;
    }

    /** Those that the tests are about. */
    static List<Flavour> tested() {
        String names = System.getProperty("flavours", "");
        return names.isBlank()
                ? ALL
                : Stream.of(names.toUpperCase(Locale.ROOT).split(","))
                        .map(Flavour::valueOf)
                        .toList();
    }

    /** Whether calls are intercepted on a side of this JVM: {@code client} or {@code server}. */
    public static boolean on(String side) {
        return System.getProperty("differential.side", "both").matches(side + "|both");
    }

    /** A call is intercepted: told by the extension, which sees this class as one of the application's. */
    public static void intercepted() {
        INTERCEPTED.incrementAndGet();
    }

    /** How many calls were intercepted in this JVM. */
    static long interceptions() {
        return INTERCEPTED.get();
    }

    boolean hasAgent() {
        return ordinal() >= UNWANTED.ordinal();
    }

    boolean intercepts() {
        return this != NONE && this != UNWANTED;
    }
}
