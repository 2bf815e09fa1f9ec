package dev.heddle.realserver;

import dev.heddle.realserver.server.TemporalServer;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityOptions;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A worker process, given the server's address and a task queue. The first attempt of the second step never ends. Stops
 * with its input.
 */
public final class WeavingWorker {
    /** Printed when the step that never ends has begun. */
    static final String STUCK = "stuck";

    private WeavingWorker() {}

    public static void main(String[] arguments) throws IOException {
        try (Application application = new Application(
                arguments[0], TemporalServer.NAMESPACE, arguments[1], WorkerFactoryOptions.getDefaultInstance())) {
            application
                    .workflows(WeavingWorkflow.class)
                    .activities((Weaving.Loom) WeavingWorker::pass)
                    .start();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        System.exit(0);
    }

    private static String pass(String pattern, int number) {
        if (number == 2 && Activity.getExecutionContext().getInfo().getAttempt() == 1) {
            System.out.println(STUCK);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return pattern + number;
    }

    public static final class WeavingWorkflow implements Weaving {
        private final Loom loom = Workflow.newActivityStub(
                Loom.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        // By this the server sees that a worker is gone.
                        .setHeartbeatTimeout(Duration.ofSeconds(2))
                        .build());

        @Override
        public String weave(String pattern) {
            for (int number = 1; number <= 3; number++) {
                pattern = loom.pass(pattern, number);
            }
            return pattern;
        }
    }
}
