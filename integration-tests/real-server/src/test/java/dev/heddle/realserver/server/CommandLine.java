package dev.heddle.realserver.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Temporal's command line as an operator has it: the {@code temporal} that the system property {@code temporal.command} names
 * or the PATH has, or else one that Go builds, once.
 */
public final class CommandLine {
    /** The newest that can be built as a module: later ones replace modules of theirs. */
    static final GoProgram PROGRAM = new GoProgram("github.com/temporalio/cli/cmd/temporal", "v1.5.1");

    private final Path program;
    private final String address;

    private CommandLine(Path program, String address) {
        this.program = program;
        this.address = address;
    }

    /** One that asks a server. Where it cannot be had the test is skipped. */
    public static CommandLine of(TemporalServer server) throws InterruptedException {
        String named = System.getProperty("temporal.command", "");
        Optional<Path> there = Tool.onPath(named.isEmpty() ? "temporal" : named);
        Path program = there.isPresent() ? there.get() : PROGRAM.orSkip("temporal");
        return new CommandLine(program, server.address());
    }

    /**
     * Returns what a command prints.
     *
     * @throws AssertionError if it does not end well, with that
     */
    public String run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--address", address, "--color", "never"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // No way round by another machine, and no profile of the user's.
        builder.environment().put("NO_PROXY", "127.0.0.1");
        builder.environment().keySet().removeIf(name -> name.startsWith("TEMPORAL_"));
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(
                    String.join(" ", command) + " ended with " + process.exitValue() + ":\n" + printed);
        }
        return printed;
    }
}
