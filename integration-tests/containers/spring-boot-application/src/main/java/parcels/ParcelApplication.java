package parcels;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts, has one parcel delivered, asks over gRPC where it is, and ends. */
@SpringBootApplication
public class ParcelApplication {

    public static void main(String[] arguments) {
        ConfigurableApplicationContext context = SpringApplication.run(ParcelApplication.class, arguments);
        DeliveryWorkflow delivery = context.getBean(WorkflowClient.class)
                .newWorkflowStub(
                        DeliveryWorkflow.class,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(DeliveryWorkflow.TASK_QUEUE)
                                .build());
        System.out.println("application: " + delivery.deliver("parcel-1"));
        System.out.println(
                "application: " + context.getBean(TrackingClient.class).whereIs("parcel-1"));
        int exitCode = SpringApplication.exit(context);
        System.out.println("application: context closed");
        System.exit(exitCode);
    }
}
