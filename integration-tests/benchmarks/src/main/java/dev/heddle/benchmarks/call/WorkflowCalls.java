package dev.heddle.benchmarks.call;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Calls that reach a workflow or leave it. */
public class WorkflowCalls extends TemporalCalls {
    private final WorkflowInboundCallsInterceptor.WorkflowInput input =
            new WorkflowInboundCallsInterceptor.WorkflowInput(header(), ARGUMENTS);
    private final WorkflowOutboundCallsInterceptor.ActivityInput<String> activityInput =
            new WorkflowOutboundCallsInterceptor.ActivityInput<>(
                    "Pack",
                    String.class,
                    String.class,
                    ARGUMENTS,
                    ActivityOptions.newBuilder().build(),
                    header());
    private WorkflowInboundCallsInterceptor workflow;
    private WorkflowOutboundCallsInterceptor outbound;

    @Setup
    public void prepare() {
        WorkflowThread.run(() -> {
            Root root = new Root();
            workflow = byHand(root, Plain::new, WithHeader::new);
            WorkerFactoryOptions options = WorkerFactoryOptions.newBuilder().validateAndBuildWithDefaults();
            for (WorkerInterceptor interceptor : asRead("temporal/worker", options, options.getWorkerInterceptors())) {
                workflow = interceptor.interceptWorkflow(workflow);
            }
            workflow.init(new RootOutbound());
            outbound = root.outbound;
        });
    }

    @Benchmark
    public Object execute() {
        return workflow.execute(input);
    }

    @Benchmark
    public Object executeActivity() {
        return outbound.executeActivity(activityInput);
    }

    @Benchmark
    public long currentTimeMillis() {
        return outbound.currentTimeMillis();
    }

    /** Answers at once. */
    private static final class Root extends WorkflowInboundCallsInterceptorBase {
        private final WorkflowOutput output = new WorkflowOutput("done");
        private WorkflowOutboundCallsInterceptor outbound;

        Root() {
            super(null);
        }

        @Override
        public void init(WorkflowOutboundCallsInterceptor given) {
            outbound = given;
        }

        @Override
        public WorkflowOutput execute(WorkflowInput input) {
            return output;
        }
    }

    private static final class RootOutbound extends WorkflowOutboundCallsInterceptorBase {
        private final ActivityOutput<?> output = new ActivityOutput<>("1", Workflow.newPromise("done"));

        RootOutbound() {
            super(null);
        }

        @Override
        @SuppressWarnings("unchecked") // The one benchmark that asks wants a string.
        public <R> ActivityOutput<R> executeActivity(ActivityInput<R> input) {
            return (ActivityOutput<R>) output;
        }

        @Override
        public long currentTimeMillis() {
            return 1L;
        }
    }

    private static final class Plain extends WorkflowInboundCallsInterceptorBase {
        Plain(WorkflowInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public void init(WorkflowOutboundCallsInterceptor given) {
            super.init(new WorkflowOutboundCallsInterceptorBase(given));
        }
    }

    private static final class WithHeader extends WorkflowInboundCallsInterceptorBase {
        WithHeader(WorkflowInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public void init(WorkflowOutboundCallsInterceptor given) {
            super.init(new OutboundWithHeader(given));
        }

        @Override
        public WorkflowOutput execute(WorkflowInput input) {
            read(input.getHeader().getValues());
            return super.execute(input);
        }
    }

    private static final class OutboundWithHeader extends WorkflowOutboundCallsInterceptorBase {
        OutboundWithHeader(WorkflowOutboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public <R> ActivityOutput<R> executeActivity(ActivityInput<R> input) {
            readAndWrite(input.getHeader());
            return super.executeActivity(input);
        }
    }
}
