package dev.heddle.agent.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code calls}. */
@Command(name = "calls", description = "The calls of a JVM as they pass, until this or the JVM ends.")
final class CallsCommand extends JvmCommand {
    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PATTERN",
            defaultValue = "*",
            description = "what their lines must contain, with * for anything: 'client*order-7'")
    private String pattern;

    @Override
    List<String> words() {
        return List.of("calls", pattern);
    }
}
