package dev.heddle.agent.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code reload}. */
@Command(
        name = "reload",
        description = "Take what the folder has now: JARs that are new, have changed or are gone; or load one anew.")
final class ReloadCommand extends LiveCommand {
    @Parameters(index = "1", paramLabel = "NAME", arity = "0..1", description = "an extension to load anew")
    private String name;

    @Override
    List<String> change() {
        return List.of("reload", name == null ? "" : name);
    }
}
