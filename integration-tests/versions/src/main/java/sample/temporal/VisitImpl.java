package sample.temporal;

import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.NexusOperationOptions;
import io.temporal.workflow.NexusServiceOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import sample.Journal;

/** Asks for an answer, and cancels another question. */
public final class VisitImpl implements Visit {
    private final Desk desk = Workflow.newNexusServiceStub(
            Desk.class,
            NexusServiceOptions.newBuilder()
                    .setEndpoint(Workflow.getInfo().getTaskQueue())
                    .setOperationOptions(NexusOperationOptions.newBuilder()
                            .setScheduleToCloseTimeout(Duration.ofSeconds(30))
                            .build())
                    .build());

    @Override
    public void run() {
        Journal.once("workflow inbound execute");
        Journal.call("workflow outbound executeNexusOperation", () -> desk.now("now"));
        CancellationScope scope = Workflow.newCancellationScope(() -> Workflow.startNexusOperation(desk::later, "later")
                .getExecution()
                .get());
        scope.run();
        scope.cancel();
        Workflow.await(() -> false);
    }
}
