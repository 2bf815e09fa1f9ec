package dev.heddle.operator;

import dev.heddle.harness.ForkedJvm;
import dev.heddle.harness.Repository;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The order application with Temporal's server in memory and a worker that has Heddle. */
final class Orders implements AutoCloseable {
    private final OrderProcess server;
    private final OrderProcess worker;
    private final String address;

    private Orders(OrderProcess server, OrderProcess worker, String address) {
        this.server = server;
        this.worker = worker;
        this.address = address;
    }

    /**
     * Starts both.
     *
     * @param jvm the worker's, with whatever options
     * @param folder where the extensions are copied to that these names are of
     */
    static Orders start(ForkedJvm jvm, Path folder, String... extensions) throws IOException {
        for (String extension : extensions) {
            Path jar = Repository.extensionJar(extension);
            Files.copy(jar, folder.resolve(jar.getFileName()));
        }
        String port = freePort();
        String address = "127.0.0.1:" + port;
        OrderProcess server = OrderProcess.start(new ForkedJvm(), "orders.Server", "server ready", port);
        try {
            jvm.agent("extensions=" + folder).option("-Dtemporal.address=" + address);
            return new Orders(server, OrderProcess.start(jvm, "orders.OrderWorker", "worker ready"), address);
        } catch (IOException | RuntimeException | Error failure) {
            server.close();
            throw failure;
        }
    }

    /** A JVM without Heddle. */
    OrderProcess server() {
        return server;
    }

    /** A JVM with Heddle. */
    OrderProcess worker() {
        return worker;
    }

    /** That of the server. */
    String address() {
        return address;
    }

    /** Has a client do all that this application can. */
    void playScenario() throws IOException {
        String port = freePort();
        try (OrderProcess front = OrderProcess.start(jvm(), "orders.OrderFront", "front ready", port)) {
            jvm().option("-Dfront.address=127.0.0.1:" + port)
                    .classPath(OrderProcess.CLASS_PATH)
                    .run("orders.OrderClient")
                    .expectSuccess();
        }
    }

    private ForkedJvm jvm() {
        return new ForkedJvm().option("-Dtemporal.address=" + address);
    }

    static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    @Override
    public void close() throws IOException {
        try (server) {
            worker.close();
        }
    }
}
