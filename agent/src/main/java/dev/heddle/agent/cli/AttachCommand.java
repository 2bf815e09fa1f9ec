package dev.heddle.agent.cli;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.bootstrap.Premain;
import dev.heddle.agent.remote.Ear;
import dev.heddle.agent.remote.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code attach}. */
@Command(name = "attach", description = "Have a JVM that runs already pass its calls through extensions.")
final class AttachCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "PID", description = "the process ID of the JVM, as jps has it")
    private long pid;

    @Parameters(
            index = "1..*",
            paramLabel = "KEY=VALUE",
            description = "settings, such as extensions=FOLDER, as after -javaagent:heddle-agent.jar=")
    private List<String> settings = List.of();

    @Option(names = "--help", usageHelp = true, description = "show this")
    private boolean help;

    @Override
    public Integer call() throws Exception {
        try (Jvm jvm = Jvm.attach(pid)) {
            String present = jvm.property(Ear.VERSION);
            if (present != null) {
                return refused("has Heddle " + present + " already; use reload, or detach before");
            }
            String java = jvm.machine().getSystemProperties().getProperty("java.specification.version");
            if (Premain.isTooOld(java)) {
                return refused("runs Java " + java + ", and Heddle needs a later one");
            }
            load(jvm);
            return answer(jvm);
        }
    }

    private void load(Jvm jvm) throws UnreachableException {
        try {
            jvm.machine().loadAgent(agent().path(), String.join(",", settings));
        } catch (AgentLoadException | AgentInitializationException | IOException refused) {
            throw new UnreachableException("process " + pid + " does not take the agent: " + refused.getMessage());
        }
    }

    private int answer(Jvm jvm) throws IOException, UnreachableException {
        String attached = jvm.property(Ear.VERSION);
        if (attached == null) {
            String why = jvm.property(Refusal.LINE);
            return refused("does not take Heddle: " + (why == null ? "it does not say why here, but in its log" : why));
        }
        int exitCode = jvm.ask(List.of("attached"));
        // A class that is there stays: the root of the agent's JAR is that of the first that came.
        return attached.equals(agent().version())
                ? exitCode
                : refused("had Heddle " + attached + " before, which is attached anew, and not " + agent().version()
                        + "; start it anew for that");
    }

    private int refused(String line) {
        System.err.println("process " + pid + " " + line);
        return 1;
    }

    private static AgentLoader agent() {
        return (AgentLoader) Ear.class.getClassLoader();
    }
}
