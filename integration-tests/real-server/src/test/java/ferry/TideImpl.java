package ferry;

import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Waits a moment, and looks at the clock of the workflow. */
public final class TideImpl implements Trips.Tide {
    @Override
    public long tide(String name) {
        long begin = Workflow.currentTimeMillis();
        Workflow.sleep(Duration.ofMillis(1));
        return Workflow.currentTimeMillis() - begin;
    }
}
