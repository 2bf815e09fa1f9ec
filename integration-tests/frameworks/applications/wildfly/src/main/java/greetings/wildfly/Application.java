package greetings.wildfly;

import greetings.GreeterGrpc;
import greetings.GreeterService;
import greetings.InMemoryTemporal;
import greetings.Visitor;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.temporal.testing.TestWorkflowEnvironment;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Starts with the server, is visited once, and ends it. */
@WebListener
public final class Application implements ServletContextListener {
    private TestWorkflowEnvironment temporal;
    private Server server;

    @Override
    public void contextInitialized(ServletContextEvent started) {
        try {
            visit();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            ServerEnd.onceStarted();
        }
    }

    private void visit() throws IOException {
        temporal = InMemoryTemporal.start();
        server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(new GreeterService(temporal.getWorkflowClient()))
                .build()
                .start();
        ManagedChannel channel = Grpc.newChannelBuilder(
                        "127.0.0.1:" + server.getPort(), InsecureChannelCredentials.create())
                .build();
        Visitor.visit(GreeterGrpc.newBlockingStub(channel));
        channel.shutdownNow();
    }

    @Override
    public void contextDestroyed(ServletContextEvent ended) {
        server.shutdownNow();
        temporal.close();
        System.out.println("application: server stopped");
    }
}
