package dev.heddle.agent.control;

import dev.heddle.agent.assemble.extension.LoadedExtension;
import dev.heddle.agent.remote.Answer;
import dev.heddle.agent.remote.Command;
import java.io.IOException;
import java.util.List;

/** Answers {@code status}. */
record StatusCommand(Installations installations) implements Command {
    @Override
    public int run(List<String> words, Answer answer) throws IOException {
        for (Installation installation : installations.all()) {
            answer.print("application " + installation.application() + "\n");
            for (LoadedExtension extension : installation.extensions()) {
                answer.print("  " + extension.jar().title() + "  " + extension.registrations() + "\n");
            }
        }
        return 0;
    }
}
