package dev.heddle.agent.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** {@code status}. */
@Command(name = "status", description = "What Heddle has woven, loaded and counted in a JVM.")
final class StatusCommand extends JvmCommand {
    @Override
    List<String> words() {
        return List.of("status");
    }
}
