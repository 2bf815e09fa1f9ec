package dev.heddle.agent.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code disable}. */
@Command(name = "disable", description = "Take an extension out of all chains; it closes when its last call has left.")
final class DisableCommand extends LiveCommand {
    @Parameters(index = "1", paramLabel = "NAME", description = "the extension, as status has it")
    private String name;

    @Override
    List<String> change() {
        return List.of("disable", name);
    }
}
