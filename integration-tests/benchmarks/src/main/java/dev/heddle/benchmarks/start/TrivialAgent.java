package dev.heddle.benchmarks.start;

/** An agent that does nothing. */
public final class TrivialAgent {
    private TrivialAgent() {}

    public static void premain(String argument) {}
}
