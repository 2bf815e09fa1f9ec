package greetings.vertx;

import greetings.GreeterService;
import greetings.Greeting;
import greetings.Name;
import io.grpc.stub.StreamObserver;
import io.temporal.client.WorkflowClient;
import io.vertx.core.Vertx;

/** Waits for workflows where Vert.x allows it. */
final class Greeter extends GreeterService {
    private final Vertx vertx;

    Greeter(Vertx vertx, WorkflowClient workflows) {
        super(workflows);
        this.vertx = vertx;
    }

    @Override
    public void greet(Name name, StreamObserver<Greeting> answer) {
        vertx.executeBlocking(() -> {
            super.greet(name, answer);
            return name;
        });
    }
}
