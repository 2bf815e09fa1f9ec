package greetings.armeria;

import com.linecorp.armeria.client.ClientFactory;
import com.linecorp.armeria.client.grpc.GrpcClients;
import com.linecorp.armeria.common.SessionProtocol;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.grpc.GrpcService;
import greetings.GreeterGrpc;
import greetings.GreeterService;
import greetings.InMemoryTemporal;
import greetings.Visitor;
import io.temporal.testing.TestWorkflowEnvironment;

/** Starts, is visited once, and ends. */
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {
        TestWorkflowEnvironment temporal = InMemoryTemporal.start();
        GrpcService greeter = GrpcService.builder()
                .addService(new GreeterService(temporal.getWorkflowClient()))
                .useBlockingTaskExecutor(true)
                .build();
        Server server = Server.builder()
                .localPort(0, SessionProtocol.HTTP)
                .service(greeter)
                .build();
        server.start().join();
        Visitor.visit(GrpcClients.newClient(
                "gproto+http://127.0.0.1:" + server.activeLocalPort(), GreeterGrpc.GreeterBlockingStub.class));
        server.stop().join();
        ClientFactory.closeDefault();
        temporal.close();
        System.out.println("application: server stopped");
        System.exit(0);
    }
}
