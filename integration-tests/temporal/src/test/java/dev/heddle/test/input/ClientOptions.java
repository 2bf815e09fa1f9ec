package dev.heddle.test.input;

import dev.heddle.test.ChainRead;
import io.temporal.client.WorkflowClientOptions;

/** An application that only reads the interceptors of a client, as the SDK does, which is when the agent looks for extensions. */
public final class ClientOptions {
    private ClientOptions() {}

    public static void main(String[] arguments) {
        WorkflowClientOptions options = WorkflowClientOptions.newBuilder().validateAndBuildWithDefaults();
        int interceptors = ChainRead.of("temporal/workflow-client", options, options.getInterceptors()).length;
        System.out.println("application: interceptors " + interceptors);
    }
}
