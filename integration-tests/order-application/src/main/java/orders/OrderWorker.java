package orders;

import io.temporal.worker.WorkerFactory;
import java.util.concurrent.TimeUnit;

/** The worker process: executes workflows, activities and Nexus operations until it is stopped. */
public final class OrderWorker {

    private OrderWorker() {}

    public static void main(String[] arguments) {
        Standby.run("worker", OrderWorker::start);
    }

    private static Runnable start() {
        Connection connection = Connection.open();
        WorkerFactory factory = WorkerFactory.newInstance(connection.client());
        OrderApplication.register(factory.newWorker(OrderApplication.TASK_QUEUE), connection.client());
        factory.start();
        return () -> {
            factory.shutdown();
            factory.awaitTermination(10, TimeUnit.SECONDS);
            connection.close();
        };
    }
}
