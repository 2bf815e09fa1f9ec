package dev.heddle.benchmarks.call;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityExecutionContextBase;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.worker.WorkerFactoryOptions;
import java.lang.reflect.Proxy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Calls that reach an activity or leave it. */
public class ActivityCalls extends TemporalCalls {
    private final ActivityInboundCallsInterceptor.ActivityInput input =
            new ActivityInboundCallsInterceptor.ActivityInput(header(), ARGUMENTS);
    private ActivityInboundCallsInterceptor activity;
    private ActivityExecutionContext context;

    @Setup
    public void prepare() {
        Root root = new Root();
        activity = byHand(root, Plain::new, WithHeader::new);
        WorkerFactoryOptions options = WorkerFactoryOptions.newBuilder().validateAndBuildWithDefaults();
        for (WorkerInterceptor interceptor : asRead("temporal/worker", options, options.getWorkerInterceptors())) {
            activity = interceptor.interceptActivity(activity);
        }
        activity.init(new RootContext());
        context = root.context;
    }

    @Benchmark
    public Object execute() {
        return activity.execute(input);
    }

    @Benchmark
    public void heartbeat() {
        context.heartbeat("half");
    }

    /** Answers at once. */
    private static final class Root implements ActivityInboundCallsInterceptor {
        private final ActivityOutput output = new ActivityOutput("done");
        private ActivityExecutionContext context;

        @Override
        public void init(ActivityExecutionContext given) {
            context = given;
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            return output;
        }
    }

    private static final class RootContext extends ActivityExecutionContextBase {
        private long beats;

        RootContext() {
            super(null);
        }

        @Override
        public <V> void heartbeat(V details) {
            beats++;
        }

        @Override
        public boolean isDoNotCompleteOnReturn() {
            return beats < 0;
        }

        @Override
        public ActivityInfo getInfo() {
            return (ActivityInfo) Proxy.newProxyInstance(
                    ActivityCalls.class.getClassLoader(),
                    new Class<?>[] {ActivityInfo.class},
                    (proxy, method, arguments) -> null);
        }
    }

    private static final class Plain extends ActivityInboundCallsInterceptorBase {
        Plain(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public void init(ActivityExecutionContext given) {
            super.init(new PlainContext(given));
        }
    }

    private static final class PlainContext extends ActivityExecutionContextBase {
        PlainContext(ActivityExecutionContext next) {
            super(next);
        }
    }

    private static final class WithHeader extends ActivityInboundCallsInterceptorBase {
        WithHeader(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            read(input.getHeader().getValues());
            return super.execute(input);
        }
    }
}
