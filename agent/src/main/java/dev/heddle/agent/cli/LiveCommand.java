package dev.heddle.agent.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** A command that changes the extensions of a running JVM. */
abstract class LiveCommand extends JvmCommand {
    @Option(
            names = "--force",
            description =
                    "also if it takes a guard away, or may change what running workflows do when they are replayed")
    private boolean force;

    /** The command's name there, and what it is about. */
    abstract List<String> change();

    @Override
    final List<String> words() {
        List<String> words = new ArrayList<>(change());
        if (force) {
            words.add("--force");
        }
        return words;
    }
}
