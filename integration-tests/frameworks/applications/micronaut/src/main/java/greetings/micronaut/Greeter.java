package greetings.micronaut;

import greetings.GreeterService;
import io.temporal.client.WorkflowClient;
import jakarta.inject.Singleton;

/** Served by micronaut-grpc, as each bean that can be bound. */
@Singleton
final class Greeter extends GreeterService {
    Greeter(WorkflowClient workflows) {
        super(workflows);
    }
}
