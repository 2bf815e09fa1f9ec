package sample.replay;

import io.temporal.client.WorkflowClient;

/** Connects, works and waits for a workflow as its class is initialised: its {@code main} runs after all that. */
public final class EarlyApplication {
    private static final WorkflowClient CLIENT = connect();
    private static final String ANSWER = Application.bill(CLIENT);

    private EarlyApplication() {}

    private static WorkflowClient connect() {
        try {
            WorkflowClient client =
                    WorkflowClient.newInstance(sample.temporal.Application.connect(System.getProperty("address")));
            Application.startWorker(client);
            return client;
        } catch (Exception failure) {
            throw new ExceptionInInitializerError(failure);
        }
    }

    /** Prints what was answered before it began. */
    public static void main(String[] arguments) {
        System.out.println(ANSWER);
        System.exit(0);
    }
}
