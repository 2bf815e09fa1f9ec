package dev.heddle.realserver.killed;

import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A client process, which outlives workers and knows nothing of Heddle either. Its arguments are the server's address, the workers'
 * task queue, their file and their Nexus endpoint. Says what the workflow has answered.
 */
public final class TradeClient {
    private TradeClient() {}

    public static void main(String[] arguments) throws Exception {
        WorkflowServiceStubs service = TradeConnection.open(arguments[0]);
        WorkflowClient client = WorkflowClient.newInstance(service);
        Trade trade = client.newWorkflowStub(
                Trade.class,
                WorkflowOptions.newBuilder()
                        .setTaskQueue(arguments[1])
                        .setWorkflowId("trade-" + arguments[1])
                        .build());
        WorkflowStub stub = WorkflowStub.fromTyped(trade);
        stub.start(arguments[3], true);
        complete(client.newActivityCompletionClient(), Path.of(arguments[2]));
        trade.ship();
        System.out.println("the update has answered " + trade.change("changed"));
        System.out.println("the workflow has answered " + stub.getResult(String.class));
        System.out.println("the query has answered " + trade.state());
        service.shutdownNow();
        System.exit(0);
    }

    private static void complete(ActivityCompletionClient client, Path token) throws Exception {
        while (!Files.exists(token)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        client.complete(Files.readAllBytes(token), "received");
    }
}
