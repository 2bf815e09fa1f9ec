package dev.heddle.demo;

/** What the demo says first, run from its source, for nothing is built yet. */
final class Building {
    private Building() {}

    public static void main(String[] arguments) {
        System.out.println(
                "Building the agent, its extensions and an order application, which takes about a minute beside the downloads.");
    }
}
