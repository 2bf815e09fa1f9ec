package dev.heddle.agent.control;

import dev.heddle.agent.remote.Answer;
import dev.heddle.agent.remote.Command;
import dev.heddle.agent.remote.Ear;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.function.Consumer;

/** What the running agent answers to the command line, each on a thread of its own: the table of commands. */
final class Commands implements Command, Consumer<Runnable>, Runnable, AutoCloseable {
    private final StatusReader status;
    private final LiveControl control;
    private final Installations installations;
    private Ear ear;
    /** Once the JVM is managed by JMX. */
    private Beans beans;

    private Commands(Installations installations, StatusReader status, LiveControl control) {
        this.installations = installations;
        this.status = status;
        this.control = control;
    }

    /** Begins to answer. */
    static AutoCloseable listen(
            Installations installations,
            StatusReader status,
            LiveControl control,
            Instrumentation instrumentation,
            String version) {
        Commands commands = new Commands(installations, status, control);
        commands.ear = Ear.open(instrumentation, version, commands, commands, commands);
        if (Beans.wanted()) {
            commands.run();
        }
        return commands;
    }

    /** Called when the JVM is managed by JMX. */
    @Override
    public synchronized void run() {
        if (beans == null) {
            beans = new Beans();
            beans.register(status, control);
        }
    }

    /** Ends it. */
    @Override
    public synchronized void close() {
        if (ear != null) {
            ear.close();
        }
        if (beans != null) {
            beans.unregister();
        }
    }

    @Override
    public int run(List<String> words, Answer answer) throws Exception {
        Command command = named(words.get(0));
        if (command == null) {
            answer.complain("the agent of that JVM does not know the command " + words.get(0)
                    + "; use the command line of its own version");
            return 2;
        }
        return command.run(words, answer);
    }

    private Command named(String name) {
        return switch (name) {
            case "status" -> new StatusCommand(status);
            case "calls" -> new CallsCommand(installations);
            case "attached", "detach", "disable", "enable", "reload", "set" -> new LiveCommand(control);
            default -> null;
        };
    }

    /** Runs an answer. */
    @Override
    public void accept(Runnable visit) {
        AgentThread.of("heddle-command", visit).start();
    }
}
