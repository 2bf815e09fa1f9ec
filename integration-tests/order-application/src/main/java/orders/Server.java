package orders;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.time.Duration;

/** A Temporal server in memory, for development: {@code Server PORT}, by default Temporal's own 7233. */
public final class Server {
    /** A busy machine may take long to answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Server() {}

    public static void main(String[] arguments) {
        Standby.run("server", () -> start(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7233));
    }

    private static Runnable start(int port) {
        TestServer.PortBoundTestServer server = TestServer.createPortBoundServer(port);
        createEndpoints("127.0.0.1:" + port);
        return server::close;
    }

    private static void createEndpoints(String address) {
        OperatorServiceStubs operator = OperatorServiceStubs.newServiceStubs(OperatorServiceStubsOptions.newBuilder()
                .setTarget(address)
                .setRpcTimeout(PATIENCE)
                .validateAndBuildWithDefaults());
        try {
            connect(operator);
            FraudEndpoint.create(operator, Settings.value("temporal.namespace", "default"));
        } finally {
            operator.shutdownNow();
        }
    }

    /** The SDK gives each attempt to learn what the server can five seconds, and then gives up. */
    private static void connect(OperatorServiceStubs operator) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                operator.connect(PATIENCE);
                return;
            } catch (StatusRuntimeException busy) {
                if (busy.getStatus().getCode() != Status.Code.DEADLINE_EXCEEDED || System.nanoTime() > end) {
                    throw busy;
                }
            }
        }
    }
}
