package dev.heddle.realserver.killed;

import io.nexusrpc.handler.OperationHandler;
import io.nexusrpc.handler.OperationImpl;
import io.nexusrpc.handler.ServiceImpl;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.nexus.Nexus;
import io.temporal.nexus.WorkflowRunOperation;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * A worker process, which knows nothing of Heddle. Its arguments are the server's address, a task queue, a file, when it dies by
 * {@link Death} and how many answers it survives. It stands by until a line comes in, then works until it dies or its input ends.
 */
public final class TradeWorker {
    private TradeWorker() {}

    public static void main(String[] arguments) throws IOException {
        WorkflowServiceStubs service = TradeConnection.open(
                arguments[0], new DyingAnswers(Death.valueOf(arguments[3]), Integer.parseInt(arguments[4])));
        WorkflowClient client = WorkflowClient.newInstance(service);
        WorkerFactory factory = WorkerFactory.newInstance(client);
        Worker worker = factory.newWorker(
                arguments[1],
                WorkerOptions.newBuilder()
                        .setStickyQueueScheduleToStartTimeout(Duration.ofSeconds(1))
                        .setDefaultDeadlockDetectionTimeout(60_000)
                        .build());
        worker.registerWorkflowImplementationTypes(
                TradeWorkflow.class, TradeWorkflow.PackingWorkflow.class, TradeWorkflow.DeliveryWorkflow.class);
        worker.registerActivitiesImplementations(new TradeSteps(Path.of(arguments[2])));
        worker.registerNexusServiceImplementation(new TradeDesk());
        rouse(client);
        System.out.println("ready");
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        factory.start();
        System.in.transferTo(OutputStream.nullOutputStream());
        factory.shutdownNow();
        System.exit(0);
    }

    /** Has OpenTelemetry start, which the first task has no time for. */
    private static void rouse(WorkflowClient client) {
        try {
            client.newUntypedWorkflowStub("nobody").signal("rouse");
        } catch (WorkflowNotFoundException expected) {
            // Its span has been told.
        }
    }

    /** The activities. */
    private record TradeSteps(Path token) implements Trade.Steps {
        @Override
        public String look() {
            return "there";
        }

        @Override
        public String charge() {
            return "charged";
        }

        @Override
        public String fail() {
            throw ApplicationFailure.newNonRetryableFailure("no lorry", "Lorry");
        }

        /** Leaves its token in the file, for whoever completes it. */
        @Override
        public String receive() {
            ActivityExecutionContext context = Activity.getExecutionContext();
            context.doNotCompleteOnReturn();
            try {
                Path part = Path.of(token + ".part");
                Files.write(part, context.getTaskToken());
                Files.move(part, token, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return null;
        }
    }

    /** The handler of the Nexus operations. */
    @ServiceImpl(service = Trade.Desk.class)
    public static final class TradeDesk {
        @OperationImpl
        public OperationHandler<String, String> serve() {
            return OperationHandler.sync((context, details, whom) -> "served " + whom);
        }

        @OperationImpl
        public OperationHandler<String, String> deliver() {
            return WorkflowRunOperation.fromWorkflowMethod((context, details, whom) -> Nexus.getOperationContext()
                    .getWorkflowClient()
                    .newWorkflowStub(
                            Trade.Delivery.class,
                            WorkflowOptions.newBuilder()
                                    .setWorkflowId("delivery-" + details.getRequestId())
                                    .build())::deliver);
        }
    }
}
