package dev.heddle.test.cost;

import dev.heddle.test.ChainRead;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityExecutionContextBase;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.HashMap;
import java.util.Map;

/** The bytes of an activity's calls with nothing behind the chain. */
final class ActivityCosts {
    private ActivityCosts() {}

    static Map<String, Long> measure(boolean byHand) {
        Root root = new Root();
        ActivityInboundCallsInterceptor activity = byHand ? new ByHand(root) : root;
        WorkerFactoryOptions options = WorkerFactoryOptions.newBuilder().validateAndBuildWithDefaults();
        for (WorkerInterceptor interceptor :
                ChainRead.of("temporal/worker", options, options.getWorkerInterceptors())) {
            activity = interceptor.interceptActivity(activity);
        }
        activity.init(new RootContext());
        ActivityInboundCallsInterceptor measured = activity;
        var input = new ActivityInboundCallsInterceptor.ActivityInput(new Header(new HashMap<>()), new Object[0]);
        return Map.of(
                "execute", Bytes.perCall(() -> measured.execute(input)),
                "heartbeat", Bytes.perCall(() -> root.context.heartbeat("half")),
                "getTaskToken", Bytes.perCall(() -> root.context.getTaskToken()));
    }

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

    private static final class ByHand extends ActivityInboundCallsInterceptorBase {
        ByHand(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public void init(ActivityExecutionContext given) {
            super.init(new ActivityExecutionContextBase(given) {});
        }
    }

    private static final class RootContext extends ActivityExecutionContextBase {
        RootContext() {
            super(null);
        }

        @Override
        public <V> void heartbeat(V details) {}

        @Override
        public byte[] getTaskToken() {
            return null;
        }

        @Override
        public boolean isDoNotCompleteOnReturn() {
            return false;
        }

        @Override
        public ActivityInfo getInfo() {
            return null;
        }
    }
}
