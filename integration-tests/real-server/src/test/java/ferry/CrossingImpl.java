package ferry;

import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Weighs the car, and has it paid for. */
public final class CrossingImpl implements Trips.Crossing {
    private final Harbour harbour = Workflow.newActivityStub(
            Harbour.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                    .build());

    @Override
    public String cross(String car) {
        int weight = harbour.weigh(car);
        String receipt = harbour.pay(car);
        return receipt + ", " + weight;
    }
}
