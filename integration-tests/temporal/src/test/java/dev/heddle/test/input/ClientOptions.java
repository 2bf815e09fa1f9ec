package dev.heddle.test.input;

import io.temporal.client.WorkflowClientOptions;

/** An application that only reads the interceptors of its client, which is when the agent looks for extensions. */
public final class ClientOptions {
    private ClientOptions() {}

    public static void main(String[] arguments) {
        int interceptors = WorkflowClientOptions.newBuilder()
                .validateAndBuildWithDefaults()
                .getInterceptors()
                .length;
        System.out.println("application: interceptors " + interceptors);
    }
}
