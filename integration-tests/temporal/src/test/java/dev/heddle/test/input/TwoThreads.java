package dev.heddle.test.input;

import dev.heddle.test.ChainRead;
import io.temporal.client.WorkflowClientOptions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An application with two threads, each of which makes a client. */
public final class TwoThreads {
    /** The second thread. */
    public static final ExecutorService SECOND = Executors.newSingleThreadExecutor();

    private TwoThreads() {}

    /** As many interceptors as a client has that is made now. */
    public static int client() {
        WorkflowClientOptions options = WorkflowClientOptions.newBuilder().validateAndBuildWithDefaults();
        return ChainRead.of("temporal/workflow-client", options, options.getInterceptors()).length;
    }

    public static void main(String[] arguments) throws Exception {
        SECOND.submit(() -> System.out.println("application: starts")).get();
        System.out.println("application: interceptors " + client() + ", then "
                + SECOND.submit(TwoThreads::client).get());
        System.exit(0);
    }
}
