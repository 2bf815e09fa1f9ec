package greetings.micronaut;

import greetings.GreeterGrpc;
import greetings.InMemoryTemporal;
import io.grpc.ManagedChannel;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.grpc.annotation.GrpcChannel;
import io.micronaut.grpc.server.GrpcServerChannel;
import io.temporal.client.WorkflowClient;
import io.temporal.testing.TestWorkflowEnvironment;
import jakarta.inject.Singleton;

/** What the application makes itself. */
@Factory
final class Beans {
    @Singleton
    @Bean(preDestroy = "close")
    TestWorkflowEnvironment temporal() {
        return InMemoryTemporal.start();
    }

    @Singleton
    WorkflowClient workflows(TestWorkflowEnvironment temporal) {
        return temporal.getWorkflowClient();
    }

    @Singleton
    GreeterGrpc.GreeterBlockingStub greeter(@GrpcChannel(GrpcServerChannel.NAME) ManagedChannel channel) {
        return GreeterGrpc.newBlockingStub(channel);
    }
}
