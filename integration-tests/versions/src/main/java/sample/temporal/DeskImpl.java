package sample.temporal;

import io.nexusrpc.handler.OperationCancelDetails;
import io.nexusrpc.handler.OperationContext;
import io.nexusrpc.handler.OperationHandler;
import io.nexusrpc.handler.OperationImpl;
import io.nexusrpc.handler.OperationStartDetails;
import io.nexusrpc.handler.OperationStartResult;
import io.nexusrpc.handler.ServiceImpl;
import io.temporal.nexus.Nexus;
import io.temporal.nexus.NexusOperationContext;
import java.util.concurrent.CountDownLatch;
import sample.Journal;

/** The calls of Nexus handlers. */
@ServiceImpl(service = Desk.class)
public final class DeskImpl {
    private static final String CATEGORY = "nexus outbound ";

    /** Open until an operation is cancelled. */
    static final CountDownLatch CANCELLED = new CountDownLatch(1);

    @OperationImpl
    public OperationHandler<String, String> now() {
        return new Handler(false);
    }

    @OperationImpl
    public OperationHandler<String, String> later() {
        return new Handler(true);
    }

    private record Handler(boolean later) implements OperationHandler<String, String> {
        @Override
        public OperationStartResult<String> start(
                OperationContext context, OperationStartDetails details, String text) {
            Journal.once("nexus inbound startOperation");
            NexusOperationContext temporal = Nexus.getOperationContext();
            Journal.call(CATEGORY + "getMetricsScope", () -> temporal.getMetricsScope());
            Journal.call(CATEGORY + "getInfo", () -> temporal.getInfo());
            Journal.call(CATEGORY + "getWorkflowClient", () -> temporal.getWorkflowClient());
            return later ? OperationStartResult.async("token") : OperationStartResult.sync(text);
        }

        @Override
        public void cancel(OperationContext context, OperationCancelDetails details) {
            Journal.once("nexus inbound cancelOperation");
            CANCELLED.countDown();
        }
    }
}
