package dev.heddle.realserver;

import dev.heddle.api.Category;
import dev.heddle.realserver.server.TemporalServer;
import dev.heddle.testing.RecordedCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test with a Nexus service in the other namespace, which the first one knows by an endpoint. */
abstract class NexusTest extends ServerTest {
    Application other;
    String endpoint;

    @BeforeEach
    final void openService() {
        other = new Application(server.address(), TemporalServer.OTHER_NAMESPACE);
        other.workflows(DeskWorkflow.class);
        other.worker().registerNexusServiceImplementation(new MendingService());
        other.start();
        endpoint = server.createEndpoint(TemporalServer.OTHER_NAMESPACE, other.taskQueue());
    }

    @AfterEach
    final void closeService() {
        other.close();
    }

    /** The first call of an operation that has reached the service. */
    final RecordedCall arrival(String operation) {
        return first(heddle.calls().in(Category.NEXUS_INBOUND).named(operation));
    }

    /** The desk that the service has opened. */
    final Desk desk(String id) {
        first(heddle.calls().in(Category.WORKFLOW_INBOUND).named("execute").ofWorkflow(id));
        return other.client().newWorkflowStub(Desk.class, id);
    }
}
