package dev.heddle.realserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.api.Category;
import dev.heddle.realserver.server.TemporalServer;
import dev.heddle.testing.RecordedCall;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.workflow.NexusOperationOptions;
import io.temporal.workflow.NexusServiceOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nexus operations that a workflow of one namespace asks of a service in another. */
class NexusAcrossNamespacesTest extends NexusTest {
    private final String deskId = UUID.randomUUID().toString();

    /** Asks the service at an endpoint. */
    @WorkflowInterface
    public interface Customer {
        @WorkflowMethod
        String ask(String endpoint, String operation, String argument);
    }

    public static final class CustomerWorkflow implements Customer {
        @Override
        public String ask(String endpoint, String operation, String argument) {
            NexusServiceOptions options = NexusServiceOptions.newBuilder()
                    .setEndpoint(endpoint)
                    .setOperationOptions(NexusOperationOptions.newBuilder()
                            .setScheduleToCloseTimeout(Duration.ofMinutes(1))
                            .build())
                    .build();
            Mending mending = Workflow.newNexusServiceStub(Mending.class, options);
            return operation.equals("mend") ? mending.mend(argument) : mending.keep(argument);
        }
    }

    @BeforeEach
    void serve() {
        application.workflows(CustomerWorkflow.class).start();
    }

    private WorkflowStub ask(String operation, String argument) {
        Customer customer = application.workflow(Customer.class);
        WorkflowClient.start(customer::ask, endpoint, operation, argument);
        return WorkflowStub.fromTyped(customer);
    }

    private void assertTravelled(RecordedCall arrived) {
        assertThat(arrived.namespace()).isEqualTo(TemporalServer.OTHER_NAMESPACE);
        assertThat(sender(arrived)).isEqualTo("workflow outbound executeNexusOperation");
        assertThat(first(heddle.calls().in(Category.WORKFLOW_OUTBOUND).named("executeNexusOperation"))
                        .namespace())
                .isEqualTo(TemporalServer.NAMESPACE);
    }

    @Test
    void anOperationThatIsAnsweredAtOnce() {
        assertThat(ask("mend", "sock").getResult(String.class)).isEqualTo("mended sock");
        assertTravelled(arrival("startOperation"));
    }

    @Test
    void anOperationThatIsAWorkflow() {
        WorkflowStub customer = ask("keep", deskId);
        desk(deskId).close();
        assertThat(customer.getResult(String.class)).isEqualTo(deskId);
        assertTravelled(arrival("startOperation"));
        RecordedCall execution = first(
                heddle.calls().in(Category.WORKFLOW_INBOUND).named("execute").ofWorkflow(deskId));
        assertThat(sender(execution)).isEqualTo("client start");
        assertThat(execution.namespace()).isEqualTo(TemporalServer.OTHER_NAMESPACE);
    }

    @Test
    void anOperationThatIsCancelled() {
        WorkflowStub customer = ask("keep", deskId);
        desk(deskId);
        customer.cancel();
        RecordedCall arrived = arrival("cancelOperation");
        assertThat(arrived.failure()).isNull();
        assertTravelled(arrived);
        assertThatThrownBy(() -> customer.getResult(String.class)).isInstanceOf(WorkflowFailedException.class);
    }
}
