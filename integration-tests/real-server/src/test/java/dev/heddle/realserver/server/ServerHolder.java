package dev.heddle.realserver.server;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Starts a server, with the folder that the argument names, and does nothing more. */
final class ServerHolder {
    /** Printed before the address, when the server is there. */
    static final String SERVES = "serves at ";

    private ServerHolder() {}

    public static void main(String[] arguments) throws Exception {
        TemporalServer server = TemporalServer.start(ServerPrograms.find(), Path.of(arguments[0]));
        System.out.println(SERVES + server.address());
        while (true) {
            LockSupport.park(server);
        }
    }
}
