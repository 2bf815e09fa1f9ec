package dev.heddle.benchmarks.call;

/** What stands in front of the library while a benchmark calls it. */
public enum Arm {
    /** Nothing. */
    NONE(false),
    /** An interceptor of the library's own kind that passes everything on. */
    BY_HAND(false),
    /** One of these that also reads a header, and writes one where the call leaves. */
    BY_HAND_HEADER(false),
    /** The agent with an interceptor that passes everything on. */
    WOVEN(true),
    /** The same, with its calls counted for {@code status}, as they are unless a setting says otherwise. */
    COUNTED(true),
    /** The agent with one that also reads a header, and writes one where the call leaves. */
    WOVEN_HEADER(true),
    /** The agent with an interceptor of other operations of the same interfaces. */
    UNWANTED(true),
    /** The agent with an interceptor that passed everything on, until its extension was disabled. */
    DISABLED(true);

    private final boolean agent;

    Arm(boolean agent) {
        this.agent = agent;
    }

    /** Whether the agent runs. */
    public boolean agent() {
        return agent;
    }

    /** Whether headers are read and written. */
    public boolean header() {
        return this == BY_HAND_HEADER || this == WOVEN_HEADER;
    }
}
