package greetings.vertx;

import greetings.GreeterGrpc;
import greetings.InMemoryTemporal;
import greetings.Visitor;
import io.temporal.testing.TestWorkflowEnvironment;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.SocketAddress;
import io.vertx.grpcio.client.GrpcIoClient;
import io.vertx.grpcio.client.GrpcIoClientChannel;
import io.vertx.grpcio.server.GrpcIoServer;
import io.vertx.grpcio.server.GrpcIoServiceBridge;
import java.util.concurrent.TimeUnit;

/** Starts, is visited once over the bridge and once without, and ends. */
public final class Application {
    private static final String HOST = "127.0.0.1";

    private Application() {}

    public static void main(String[] arguments) throws Exception {
        TestWorkflowEnvironment temporal = InMemoryTemporal.start();
        Vertx vertx = Vertx.vertx();
        GrpcIoServer greeter = GrpcIoServer.server(vertx);
        GrpcIoServiceBridge.bridge(new Greeter(vertx, temporal.getWorkflowClient()))
                .bind(greeter);
        OwnCalls.serve(greeter);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(greeter)
                .listen(0, HOST)
                .toCompletionStage()
                .toCompletableFuture()
                .get(1, TimeUnit.MINUTES);
        SocketAddress address = SocketAddress.inetSocketAddress(server.actualPort(), HOST);
        GrpcIoClient client = GrpcIoClient.client(vertx);
        Visitor.visit(GreeterGrpc.newBlockingStub(new GrpcIoClientChannel(client, address)));
        System.out.println("application: " + OwnCalls.call(client, address));
        vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
        temporal.close();
        System.out.println("application: server stopped");
        System.exit(0);
    }
}
