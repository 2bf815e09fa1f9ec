package dev.heddle.agent.control;

import dev.heddle.agent.remote.Answer;
import dev.heddle.agent.remote.Command;
import dev.heddle.agent.remote.GoneException;
import dev.heddle.agent.status.Json;
import dev.heddle.agent.status.Status;
import dev.heddle.agent.status.StatusText;
import java.util.List;

/** Answers {@code status}: for people, with {@code colours} or without, or as {@code json} on one line. */
record StatusCommand(StatusReader reader) implements Command {
    @Override
    public int run(List<String> words, Answer answer) throws GoneException {
        Status status = reader.read();
        answer.print(
                words.contains("json") ? Json.of(status) + "\n" : StatusText.of(status, words.contains("colours")));
        return 0;
    }
}
