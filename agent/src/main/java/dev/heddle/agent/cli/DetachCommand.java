package dev.heddle.agent.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** {@code detach}. */
@Command(
        name = "detach",
        description = "Have Heddle leave a JVM: extensions close, and the classes are again what they were.")
final class DetachCommand extends LiveCommand {
    @Override
    List<String> change() {
        return List.of("detach");
    }
}
