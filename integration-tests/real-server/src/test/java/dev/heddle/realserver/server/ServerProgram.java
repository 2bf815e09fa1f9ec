package dev.heddle.realserver.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program that runs a Temporal server. */
sealed interface ServerProgram permits TemporalCommand, PlainServer {
    /** What has to be switched on for all that the clients can ask; a server that does not know one passes over it. */
    List<String> FEATURES = List.of(
            "activity.enableStandalone",
            "history.enableChasm",
            "nexusoperation.enableStandalone",
            "system.forceNexusEndpointRefreshOnRead");

    /** Where it is. */
    Path program();

    /**
     * The command that starts a server on loopback, with nothing kept on disk.
     *
     * @param port where clients will find it
     * @param folder an existing one, for what the program wants to read
     */
    List<String> startCommand(int port, Path folder) throws IOException;
}
