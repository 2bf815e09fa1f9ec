package greetings.quarkus;

import greetings.GreeterService;
import greetings.Greeting;
import greetings.Name;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.temporal.client.WorkflowClient;

/** Served by Quarkus. */
@GrpcService
public class Greeter extends GreeterService {
    Greeter(WorkflowClient workflows) {
        super(workflows);
    }

    @Override
    @Blocking
    public void greet(Name name, StreamObserver<Greeting> answer) {
        super.greet(name, answer);
    }
}
