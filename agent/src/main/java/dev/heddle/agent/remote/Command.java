package dev.heddle.agent.remote;

import java.util.List;

/** Answers what somebody asks of a running JVM by the command line. */
public interface Command {
    /**
     * Runs on a thread of its own, for as long as it takes.
     *
     * @param words the command's name, and what follows it
     * @param answer takes what there is to say, as it comes
     * @return the exit code of the command line
     * @throws GoneException if whoever asked has gone, which ends the command and is no failure
     * @throws Exception whatever else went wrong, which whoever asked is told
     */
    int run(List<String> words, Answer answer) throws Exception;
}
