package greetings.osgi;

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
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** The bundle: starts, is visited once, and ends. */
public final class Application implements BundleActivator {
    @Override
    public void start(BundleContext context) throws Exception {
        // As services of the bundle's own libraries are looked for by this.
        Thread.currentThread().setContextClassLoader(Application.class.getClassLoader());
        TestWorkflowEnvironment temporal = InMemoryTemporal.start();
        Server server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(new GreeterService(temporal.getWorkflowClient()))
                .build()
                .start();
        ManagedChannel channel = Grpc.newChannelBuilder(
                        "127.0.0.1:" + server.getPort(), InsecureChannelCredentials.create())
                .build();
        Visitor.visit(GreeterGrpc.newBlockingStub(channel));
        channel.shutdownNow().awaitTermination(1, TimeUnit.MINUTES);
        server.shutdownNow().awaitTermination(1, TimeUnit.MINUTES);
        temporal.close();
    }

    @Override
    public void stop(BundleContext context) {
        System.out.println("application: server stopped");
    }
}
