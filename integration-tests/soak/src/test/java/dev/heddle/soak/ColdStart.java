package dev.heddle.soak;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import orders.LedgerPage;
import orders.LedgerWorkflow;
import orders.OrderApplication;
import orders.ShippingWorkflow;

/**
 * The order application in one JVM, worker and client, just started: {@code ColdStart ADDRESS} of a Temporal server.
 * Ships one parcel, and keeps a ledger with one signal, query and update.
 */
final class ColdStart {
    /** What it prints when all went well. */
    static final String RESULT = "shipped van-cold, 5 of 7 points left";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private ColdStart() {}

    public static void main(String[] arguments) {
        WorkflowServiceStubs server = WorkflowServiceStubs.newConnectedServiceStubs(
                WorkflowServiceStubsOptions.newBuilder()
                        .setTarget(arguments[0])
                        .setSystemInfoTimeout(PATIENCE)
                        .setRpcTimeout(PATIENCE)
                        .build(),
                PATIENCE);
        WorkflowClient client = WorkflowClient.newInstance(server);
        WorkflowOptions options = WorkflowOptions.newBuilder()
                .setTaskQueue("orders-" + ProcessHandle.current().pid())
                .build();
        WorkerFactory factory = WorkerFactory.newInstance(client);
        OrderApplication.register(factory.newWorker(options.getTaskQueue()), client);
        factory.start();
        String tracking =
                client.newWorkflowStub(ShippingWorkflow.class, options).ship("cold", "3 Mill Street, Leeds");
        LedgerWorkflow ledger = client.newWorkflowStub(LedgerWorkflow.class, options);
        WorkflowClient.start(ledger::keep, new LedgerPage(1, 0));
        ledger.earn("joining", 7);
        int points = ledger.points();
        ledger.redeem(2);
        ledger.close();
        LedgerPage last = WorkflowStub.fromTyped(ledger).getResult(LedgerPage.class);
        System.out.println("shipped " + tracking + ", " + last.points() + " of " + points + " points left");
        System.exit(0);
    }
}
