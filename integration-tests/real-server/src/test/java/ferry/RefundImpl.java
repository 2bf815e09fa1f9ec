package ferry;

import io.temporal.activity.LocalActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Has the car weighed by its own worker, since a time before which it was not. */
public final class RefundImpl implements Trips.Refund {
    private final Harbour harbour = Workflow.newLocalActivityStub(
            Harbour.class,
            LocalActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                    .build());

    @Override
    public int refund(String car) {
        int known = Workflow.getVersion("weighed", Workflow.DEFAULT_VERSION, 1);
        int chance = Workflow.sideEffect(Integer.class, () -> car.length());
        return known == 1 ? harbour.weigh(car) + chance : chance;
    }
}
