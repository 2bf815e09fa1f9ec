package greetings.quarkus;

import greetings.GreeterGrpc;
import greetings.Visitor;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.runtime.QuarkusApplication;

/** Is visited once, and ends. */
public class Application implements QuarkusApplication {
    @GrpcClient
    GreeterGrpc.GreeterBlockingStub greeter;

    @Override
    public int run(String... arguments) {
        Visitor.visit(greeter);
        return 0;
    }
}
