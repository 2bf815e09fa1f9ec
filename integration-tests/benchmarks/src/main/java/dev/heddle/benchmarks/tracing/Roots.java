package dev.heddle.benchmarks.tracing;

import io.temporal.activity.ActivityInfo;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.common.interceptors.ActivityExecutionContextBase;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.Header;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import java.lang.reflect.Proxy;
import java.util.HashMap;

/** What is behind the interceptors: it answers at once. */
final class Roots {
    static final Object[] ARGUMENTS = {"argument"};

    private Roots() {}

    static final class Client extends WorkflowClientCallsInterceptorBase {
        private final WorkflowStartOutput started = new WorkflowStartOutput(
                WorkflowExecution.newBuilder().setWorkflowId("order").build());

        Client() {
            super(null);
        }

        @Override
        public WorkflowStartOutput start(WorkflowStartInput input) {
            return started;
        }
    }

    /** Starts an activity each time that it runs. */
    static final class Workflow extends WorkflowInboundCallsInterceptorBase {
        private static final ActivityOptions OPTIONS =
                ActivityOptions.newBuilder().build();

        private final WorkflowOutput output = new WorkflowOutput("done");
        private WorkflowOutboundCallsInterceptor outbound;

        Workflow() {
            super(null);
        }

        @Override
        public void init(WorkflowOutboundCallsInterceptor given) {
            outbound = given;
        }

        @Override
        public WorkflowOutput execute(WorkflowInput input) {
            outbound.executeActivity(new WorkflowOutboundCallsInterceptor.ActivityInput<>(
                    "Pack", String.class, String.class, ARGUMENTS, OPTIONS, new Header(new HashMap<>())));
            return output;
        }
    }

    static final class Outbound extends WorkflowOutboundCallsInterceptorBase {
        private final ActivityOutput<?> output =
                new ActivityOutput<>("1", io.temporal.workflow.Workflow.newPromise("done"));

        Outbound() {
            super(null);
        }

        @Override
        @SuppressWarnings("unchecked") // The one call that there is wants a string.
        public <R> ActivityOutput<R> executeActivity(ActivityInput<R> input) {
            return (ActivityOutput<R>) output;
        }

        @Override
        public long currentTimeMillis() {
            return System.currentTimeMillis();
        }
    }

    static final class Activity implements ActivityInboundCallsInterceptor {
        private final ActivityOutput output = new ActivityOutput("done");

        @Override
        public void init(io.temporal.activity.ActivityExecutionContext context) {}

        @Override
        public ActivityOutput execute(ActivityInput input) {
            return output;
        }
    }

    static final class Context extends ActivityExecutionContextBase {
        private final ActivityInfo info = (ActivityInfo) Proxy.newProxyInstance(
                Roots.class.getClassLoader(), new Class<?>[] {ActivityInfo.class}, (proxy, method, arguments) -> {
                    Class<?> type = method.getReturnType();
                    return type == boolean.class
                            ? (Object) false
                            : type == int.class ? 1 : type == long.class ? 1L : type == String.class ? "value" : null;
                });

        Context() {
            super(null);
        }

        @Override
        public boolean isDoNotCompleteOnReturn() {
            return false;
        }

        @Override
        public ActivityInfo getInfo() {
            return info;
        }
    }
}
