package dev.heddle.realserver.peers;

import io.nexusrpc.Operation;
import io.nexusrpc.Service;
import io.nexusrpc.handler.OperationHandler;
import io.nexusrpc.handler.OperationImpl;
import io.nexusrpc.handler.ServiceImpl;
import io.temporal.client.WorkflowOptions;
import io.temporal.nexus.Nexus;
import io.temporal.nexus.WorkflowRunOperation;
import io.temporal.workflow.NexusOperationOptions;
import io.temporal.workflow.NexusServiceOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Errands: workflows of Java that a schedule starts, or a Nexus operation. They are there in each language. */
final class Errands {
    static final Class<?>[] WORKFLOWS = {Errand.class, Order.class};

    private Errands() {}

    @WorkflowInterface
    public interface JavaErrand {
        @WorkflowMethod
        List<String> run(String endpoint, String greeting);
    }

    @WorkflowInterface
    public interface JavaOrder {
        @WorkflowMethod
        String fill(String greeting);
    }

    /** One operation is answered at once, the other one is a workflow. */
    @Service
    public interface Counter {
        @Operation
        String ask(String greeting);

        @Operation
        String order(String greeting);
    }

    /** Has both done at a counter, whosever that is. */
    public static final class Errand implements JavaErrand {
        @Override
        public List<String> run(String endpoint, String greeting) {
            Counter counter = Workflow.newNexusServiceStub(
                    Counter.class,
                    NexusServiceOptions.newBuilder()
                            .setEndpoint(endpoint)
                            .setOperationOptions(NexusOperationOptions.newBuilder()
                                    .setScheduleToCloseTimeout(Duration.ofMinutes(1))
                                    .build())
                            .build());
            return List.of(Visits.here("scheduled"), counter.ask(greeting), counter.order(greeting));
        }
    }

    /** What is ordered at a counter. */
    public static final class Order implements JavaOrder {
        @Override
        public String fill(String greeting) {
            return Visits.here("ordered");
        }
    }

    /** Java's counter. */
    @ServiceImpl(service = Counter.class)
    public static final class JavaCounter {
        @OperationImpl
        public OperationHandler<String, String> ask() {
            return OperationHandler.sync((context, details, greeting) -> Visits.here("asked"));
        }

        @OperationImpl
        public OperationHandler<String, String> order() {
            return WorkflowRunOperation.fromWorkflowMethod((context, details, greeting) -> Nexus.getOperationContext()
                    .getWorkflowClient()
                    .newWorkflowStub(
                            JavaOrder.class,
                            WorkflowOptions.newBuilder()
                                    .setWorkflowId("order-" + UUID.randomUUID())
                                    .build())::fill);
        }
    }
}
