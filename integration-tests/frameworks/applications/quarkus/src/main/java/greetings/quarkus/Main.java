package greetings.quarkus;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.net.ServerSocket;

/** Starts Temporal's server in this process, and then Quarkus, whose workers call it at their own start. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        int temporal = freePort();
        TestServer.createPortBoundServer(temporal, false);
        System.setProperty("quarkus.temporal.connection.target", "127.0.0.1:" + temporal);
        String greeter = Integer.toString(freePort());
        // Quarkus serves gRPC at a port of its own or, if it is told so, at that of HTTP.
        boolean own = Boolean.parseBoolean(System.getProperty("quarkus.grpc.server.use-separate-server", "true"));
        System.setProperty(own ? "quarkus.grpc.server.port" : "quarkus.http.port", greeter);
        System.setProperty("quarkus.grpc.clients.greeter.port", greeter);
        Quarkus.run(Application.class, Main::exit, arguments);
    }

    private static void exit(int exitCode, Throwable failure) {
        if (failure != null) {
            failure.printStackTrace();
        }
        System.exit(failure == null ? exitCode : 1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
