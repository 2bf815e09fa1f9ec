package orders;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The front process: serves customers' programs over gRPC, and has the workflows do the work. */
public final class OrderFront implements AutoCloseable {
    private final Server server;

    private OrderFront(Server server) {
        this.server = server;
    }

    public static void main(String[] arguments) {
        Standby.run("front", () -> start(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50051));
    }

    private static Runnable start(int port) throws IOException {
        Connection connection = Connection.open();
        OrderFront front = open(connection.client(), port);
        return () -> {
            front.close();
            connection.close();
        };
    }

    /** Serves at a port of this machine, at any that is free if it is 0. */
    public static OrderFront open(WorkflowClient client, int port) throws IOException {
        return new OrderFront(
                NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                        .addService(new FrontService(new OrderDesk(client)))
                        .build()
                        .start());
    }

    /** Where it serves. */
    public String address() {
        return "127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        server.shutdown();
        try {
            server.awaitTermination();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
