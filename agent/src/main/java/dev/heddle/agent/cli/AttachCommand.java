package dev.heddle.agent.cli;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.remote.Ear;
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
            if (jvm.machine().getAgentProperties().getProperty(Ear.VERSION) != null) {
                System.err.println("process " + pid + " has Heddle already; use reload, or detach before");
                return 1;
            }
            String jar = ((AgentLoader) Jvm.class.getClassLoader()).path();
            try {
                jvm.machine().loadAgent(jar, String.join(",", settings));
            } catch (AgentLoadException | AgentInitializationException | IOException refused) {
                throw new UnreachableException("process " + pid + " does not take the agent: " + refused.getMessage());
            }
            return jvm.ask(List.of("attached"));
        }
    }
}
