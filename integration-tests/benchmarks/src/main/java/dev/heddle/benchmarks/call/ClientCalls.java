package dev.heddle.benchmarks.call;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Calls of a Temporal client. */
public class ClientCalls extends TemporalCalls {
    private static final WorkflowExecution ORDER =
            WorkflowExecution.newBuilder().setWorkflowId("order").build();

    private final WorkflowClientCallsInterceptor.WorkflowStartInput startInput =
            new WorkflowClientCallsInterceptor.WorkflowStartInput(
                    "order", "Order", header(), ARGUMENTS, WorkflowOptions.getDefaultInstance());
    private final WorkflowClientCallsInterceptor.WorkflowSignalInput signalInput =
            new WorkflowClientCallsInterceptor.WorkflowSignalInput(ORDER, "ship", header(), ARGUMENTS);
    private WorkflowClientCallsInterceptor client;

    @Setup
    public void prepare() {
        client = byHand(new Root(), Plain::new, WithHeader::new);
        for (WorkflowClientInterceptor interceptor : WorkflowClientOptions.newBuilder()
                .validateAndBuildWithDefaults()
                .getInterceptors()) {
            client = interceptor.workflowClientCallsInterceptor(client);
        }
    }

    @Benchmark
    public Object start() {
        return client.start(startInput);
    }

    @Benchmark
    public Object signal() {
        return client.signal(signalInput);
    }

    /** Answers at once. */
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

    private static final class Plain extends WorkflowClientCallsInterceptorBase {
        Plain(WorkflowClientCallsInterceptor next) {
            super(next);
        }
    }

    private static final class WithHeader extends WorkflowClientCallsInterceptorBase {
        WithHeader(WorkflowClientCallsInterceptor next) {
            super(next);
        }

        @Override
        public WorkflowStartOutput start(WorkflowStartInput input) {
            readAndWrite(input.getHeader());
            return super.start(input);
        }

        @Override
        public WorkflowSignalOutput signal(WorkflowSignalInput input) {
            readAndWrite(input.getHeader());
            return super.signal(input);
        }
    }
}
