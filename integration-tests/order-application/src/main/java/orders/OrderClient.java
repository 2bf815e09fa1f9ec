package orders;

import org.slf4j.MDC;

/** The client process: plays the scenario for one user and prints what came of it. */
public final class OrderClient {

    private OrderClient() {}

    public static void main(String[] arguments) {
        // As a web front does for the user who is logged in.
        MDC.put("userId", "alice");
        try (Connection connection = Connection.open();
                FrontClient front = new FrontClient(Settings.value("front.address", "127.0.0.1:50051"))) {
            new OrderScenario(front, connection.client()).run().forEach(System.out::println);
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }
}
