package greetings.helidon;

import greetings.GreeterGrpc;
import greetings.GreeterService;
import greetings.InMemoryTemporal;
import greetings.Visitor;
import io.helidon.common.tls.Tls;
import io.helidon.webclient.grpc.GrpcClient;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.grpc.GrpcRouting;
import io.temporal.testing.TestWorkflowEnvironment;

/** Starts, is visited once, and ends. */
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {
        TestWorkflowEnvironment temporal = InMemoryTemporal.start();
        GreeterService greeter = new GreeterService(temporal.getWorkflowClient());
        WebServer server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .addRouting(GrpcRouting.builder().service(greeter))
                .build()
                .start();
        GrpcClient client = GrpcClient.builder()
                .baseUri("http://127.0.0.1:" + server.port())
                .tls(Tls.builder().enabled(false).build())
                .build();
        Visitor.visit(GreeterGrpc.newBlockingStub(client.channel()));
        server.stop();
        temporal.close();
        System.out.println("application: server stopped");
        System.exit(0);
    }
}
