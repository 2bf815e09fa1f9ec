package orders;

import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The worker process: executes workflows, activities and Nexus operations until it is stopped. */
public final class OrderWorker {

    private OrderWorker() {}

    public static void main(String[] arguments) throws IOException {
        Connection connection = Connection.open();
        WorkerFactory factory = WorkerFactory.newInstance(connection.client());
        OrderApplication.register(factory.newWorker(OrderApplication.TASK_QUEUE), connection.client());
        factory.start();
        System.out.println("worker ready");
        Standby.untilStopped(() -> {
            factory.shutdown();
            factory.awaitTermination(10, TimeUnit.SECONDS);
            connection.close();
        });
    }
}
