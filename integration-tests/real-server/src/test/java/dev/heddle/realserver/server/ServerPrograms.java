package dev.heddle.realserver.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds a server: the {@code temporal} that the system property {@code temporal.command} names or the PATH has, or else
 * one that Go has built or can build.
 */
final class ServerPrograms {
    /** The newest that an ordinary Go builds; then one that asks for less of Go, and has fewer operations. */
    private static final List<Source> SOURCES = List.of(
            new Source(new GoProgram("go.temporal.io/server/cmd/server", "v1.32.1"), PlainServer::new),
            new Source(CommandLine.PROGRAM, TemporalCommand::new));

    private record Source(GoProgram go, Function<Path, ServerProgram> program) {}

    private ServerPrograms() {}

    static ServerProgram find() throws NoServerException {
        String named = System.getProperty("temporal.command", "");
        if (!named.isEmpty()) {
            return new TemporalCommand(Tool.onPath(named)
                    .orElseThrow(() -> new NoServerException("temporal.command is no program: " + named)));
        }
        Optional<Path> temporal = Tool.onPath("temporal");
        return temporal.isPresent() ? new TemporalCommand(temporal.get()) : built();
    }

    private static ServerProgram built() throws NoServerException {
        Optional<Path> go = Tool.onPath("go");
        List<String> reasons = new ArrayList<>();
        for (Source source : SOURCES) {
            if (go.isPresent() && !source.go().built()) {
                build(source.go(), go.get()).ifPresent(reasons::add);
            }
            if (source.go().built()) {
                return source.program().apply(source.go().cached());
            }
        }
        throw new NoServerException(
                go.isPresent() ? String.join("; ", reasons) : "neither temporal nor go is on the PATH");
    }

    /** Returns why it is not built, or nothing. */
    private static Optional<String> build(GoProgram program, Path go) throws NoServerException {
        System.out.println("Building " + program + " with Go, once; this takes minutes.");
        try {
            program.build(go);
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of(failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoServerException("interrupted while Go was building " + program);
        }
    }
}
