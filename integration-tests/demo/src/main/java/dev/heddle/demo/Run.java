package dev.heddle.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One run of the order application: a server, a worker, a front and a client, in a JVM each.
 *
 * @param folder where its logs and traces go
 * @param options put Heddle in front of each process but the server; or none
 * @param own another option for each, with {@code %} for its name; or none, if empty
 */
record Run(Place place, Path folder, List<String> options, String own) {
    static final Optional<String> GIVEN_SERVER = Optional.ofNullable(System.getProperty("temporal.address"));

    /**
     * What a run has shown.
     *
     * @param result what the client printed: the business result
     * @param status of the worker when all was done, empty without Heddle
     */
    record Played(String result, String status) {}

    Played play() throws IOException {
        String port = freePort();
        String frontPort = freePort();
        String temporal = "-Dtemporal.address=" + GIVEN_SERVER.orElse("127.0.0.1:" + port);
        try (Jvm server = startServer(port);
                Jvm worker = start("worker", command("Worker").option(temporal));
                Jvm front = start("front", command("Front").option(temporal).argument(frontPort))) {
            worker.await("worker ready");
            front.await("front ready");
            Command command = command("Client").option(temporal).option("-Dfront.address=127.0.0.1:" + frontPort);
            try (Jvm client = start("client", command)) {
                return new Played(client.result(), options.isEmpty() ? "" : status(worker.pid()));
            }
        }
    }

    /** What the command line prints. */
    private String status(String pid) throws IOException {
        Command status = new Command(
                List.of(), List.of(place.agentJar()), "dev.heddle.agent.bootstrap.Main", List.of("status", pid));
        try (Jvm jvm = start("status", status)) {
            return jvm.result();
        }
    }

    /** No process at all if a server is given. */
    private Jvm startServer(String port) throws IOException {
        return GIVEN_SERVER.isPresent()
                ? null
                : start("server", command("Server").argument(port)).await("server ready");
    }

    /** The command for one of the application's programs. */
    Command command(String program) {
        if (program.equals("Server")) {
            return new Command(List.of(), place.application(), "orders.Server", List.of());
        }
        Command plain = new Command(options, place.application(), "orders.Order" + program, List.of());
        return own.isEmpty() ? plain : plain.option(own.replace("%", program.toLowerCase(Locale.ROOT)));
    }

    /** The command that prints the tree of the calls in all processes. */
    Command tree() {
        return new Command(
                List.of(),
                List.of(place.relative(place.extension("call-tree"))),
                "dev.heddle.extension.calltree.Trace",
                List.of(trace("Client"), trace("Front"), trace("Worker")));
    }

    private String trace(String program) {
        return place.relative(folder.resolve(program.toLowerCase(Locale.ROOT) + ".trace"));
    }

    Jvm start(String process, Command command) throws IOException {
        return Jvm.start(place.repository(), command, folder.resolve(process + ".log"));
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
