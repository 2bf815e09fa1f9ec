package orders;

import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.time.Duration;

/** A Temporal server in memory, for development: {@code Server PORT}, by default Temporal's own 7233. */
public final class Server {

    private Server() {}

    public static void main(String[] arguments) throws IOException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7233;
        // Closed here if it cannot be set up, and by standby in the end.
        try (TestServer.PortBoundTestServer server = TestServer.createPortBoundServer(port)) {
            createEndpoints("127.0.0.1:" + port);
            System.out.println("server ready");
            Standby.untilStopped(server::close);
        }
    }

    private static void createEndpoints(String address) {
        OperatorServiceStubs operator = OperatorServiceStubs.newServiceStubs(
                OperatorServiceStubsOptions.newBuilder().setTarget(address).validateAndBuildWithDefaults());
        try {
            operator.connect(Duration.ofSeconds(10));
            FraudEndpoint.create(operator, Settings.value("temporal.namespace", "default"));
        } finally {
            operator.shutdownNow();
        }
    }
}
