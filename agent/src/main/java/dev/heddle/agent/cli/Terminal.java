package dev.heddle.agent.cli;

import java.io.Console;

/** Where a command prints. */
final class Terminal {
    private Terminal() {}

    /** Whether that is a terminal which takes colours. */
    static boolean isThere() {
        Console console = System.console();
        if (console == null || System.getenv("NO_COLOR") != null) {
            return false;
        }
        try {
            // From Java 22 on there is a console where there is no terminal.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }
}
