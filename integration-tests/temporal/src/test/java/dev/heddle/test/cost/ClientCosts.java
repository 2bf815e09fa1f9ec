package dev.heddle.test.cost;

import dev.heddle.test.ChainRead;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import java.util.HashMap;
import java.util.Map;

/** The bytes of a client's calls with nothing behind the chain. */
final class ClientCosts {
    private static final WorkflowExecution ORDER =
            WorkflowExecution.newBuilder().setWorkflowId("order").build();

    private ClientCosts() {}

    static Map<String, Long> measure(boolean byHand) {
        WorkflowClientCallsInterceptor client = new Root();
        if (byHand) {
            client = new WorkflowClientCallsInterceptorBase(client);
        }
        WorkflowClientOptions options = WorkflowClientOptions.newBuilder().validateAndBuildWithDefaults();
        for (WorkflowClientInterceptor interceptor :
                ChainRead.of("temporal/workflow-client", options, options.getInterceptors())) {
            client = interceptor.workflowClientCallsInterceptor(client);
        }
        WorkflowClientCallsInterceptor measured = client;
        Header header = new Header(new HashMap<>());
        var start = new WorkflowClientCallsInterceptor.WorkflowStartInput(
                "order", "Order", header, new Object[0], WorkflowOptions.getDefaultInstance());
        var signal = new WorkflowClientCallsInterceptor.WorkflowSignalInput(ORDER, "ship", header, new Object[0]);
        return Map.of(
                "start", Bytes.perCall(() -> measured.start(start)),
                "signal", Bytes.perCall(() -> measured.signal(signal)));
    }

    private static final class Root extends WorkflowClientCallsInterceptorBase {
        private final WorkflowStartOutput started = new WorkflowStartOutput(ORDER);
        private final WorkflowSignalOutput signalled = new WorkflowSignalOutput();

        Root() {
            super(null);
        }

        @Override
        public WorkflowStartOutput start(WorkflowStartInput input) {
            return started;
        }

        @Override
        public WorkflowSignalOutput signal(WorkflowSignalInput input) {
            return signalled;
        }
    }
}
