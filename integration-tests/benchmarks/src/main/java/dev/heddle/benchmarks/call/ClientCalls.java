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
    private final WorkflowClientCallsInterceptor.QueryInput<String> queryInput =
            new WorkflowClientCallsInterceptor.QueryInput<>(
                    ORDER, "status", header(), ARGUMENTS, String.class, String.class);
    private WorkflowClientCallsInterceptor client;

    @Setup
    public void prepare() {
        client = byHand(new Root(), Plain::new, WithHeader::new);
        WorkflowClientOptions options = WorkflowClientOptions.newBuilder().validateAndBuildWithDefaults();
        for (WorkflowClientInterceptor interceptor :
                asRead("temporal/workflow-client", options, options.getInterceptors())) {
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

    @Benchmark
    public Object query() {
        return client.query(queryInput);
    }

    /** Answers at once. */
    private static final class Root extends WorkflowClientCallsInterceptorBase {
        private final WorkflowStartOutput started = new WorkflowStartOutput(ORDER);
        private final WorkflowSignalOutput signalled = new WorkflowSignalOutput();
        private final QueryOutput<?> queried = new QueryOutput<>(null, "open");

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

        @Override
        @SuppressWarnings("unchecked") // The one benchmark that asks wants a string.
        public <R> QueryOutput<R> query(QueryInput<R> input) {
            return (QueryOutput<R>) queried;
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

        @Override
        public <R> QueryOutput<R> query(QueryInput<R> input) {
            readAndWrite(input.getHeader());
            return super.query(input);
        }
    }
}
