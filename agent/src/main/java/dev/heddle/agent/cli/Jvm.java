package dev.heddle.agent.cli;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.heddle.agent.remote.Ear;
import dev.heddle.agent.remote.Question;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** A running JVM of this user and machine. */
final class Jvm implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final long pid;
    private final VirtualMachine machine;

    private Jvm(long pid, VirtualMachine machine) {
        this.pid = pid;
        this.machine = machine;
    }

    /**
     * Reaches it.
     *
     * @throws UnreachableException if it is none, another user's, in another container, or will not be reached
     */
    static Jvm attach(long pid) throws UnreachableException {
        Neighbour.require(pid);
        try {
            return new Jvm(pid, VirtualMachine.attach(String.valueOf(pid)));
        } catch (AttachNotSupportedException | IOException refused) {
            throw new UnreachableException("process " + pid + " cannot be reached: " + refused.getMessage()
                    + "; is it a JVM, and not started with -XX:+DisableAttachMechanism?");
        }
    }

    /** By what the JDK reaches it, for who needs more than to ask. */
    VirtualMachine machine() {
        return machine;
    }

    /**
     * Asks, and prints the answer as it comes.
     *
     * @return the exit code that it says
     * @throws UnreachableException if it has no Heddle, or none that listens
     */
    int ask(List<String> words) throws UnreachableException {
        try (Question question = Question.open(machine.getSystemProperties().getProperty("java.io.tmpdir"), pid)) {
            Properties agent = machine.getAgentProperties();
            if (agent.getProperty(Ear.VERSION) == null) {
                throw new UnreachableException(silence(agent));
            }
            return question.ask(words, PATIENCE, System.out, System.err);
        } catch (IOException failure) {
            throw new UnreachableException("process " + pid + " has not answered to the end: " + failure.getMessage());
        }
    }

    /** One of the properties by which it tells of its agent, or {@code null}. */
    String property(String name) throws IOException {
        return machine.getAgentProperties().getProperty(name);
    }

    /** The version of Heddle that it has, or that it has woven nothing; {@code null} if it has none. */
    String heddle() throws IOException {
        Properties agent = machine.getAgentProperties();
        return agent.getProperty(Ear.VERSION, isNamed(agent) ? "(nothing woven so far)" : null);
    }

    private static boolean isNamed(Properties agent) {
        return agent.getProperty("sun.jvm.args", "").matches("(?s).*-javaagent:\\S*heddle.*");
    }

    private String silence(Properties agent) {
        return isNamed(agent)
                ? "process " + pid
                        + " has Heddle, which has woven nothing: the application has not used Temporal or gRPC "
                        + "so far, or heddle.enabled is false"
                : "process " + pid + " has no Heddle";
    }

    @Override
    public void close() throws IOException {
        machine.detach();
    }
}
