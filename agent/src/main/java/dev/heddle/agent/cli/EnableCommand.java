package dev.heddle.agent.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code enable}. */
@Command(name = "enable", description = "Take an extension in again.")
final class EnableCommand extends LiveCommand {
    @Parameters(index = "1", paramLabel = "NAME", description = "the extension, as status has it")
    private String name;

    @Override
    List<String> change() {
        return List.of("enable", name);
    }
}
