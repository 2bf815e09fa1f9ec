package dev.heddle.test.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.heddle.api.Call;
import dev.heddle.api.Category;
import dev.heddle.api.Interceptor;
import dev.heddle.api.Operation;
import dev.heddle.test.InProcessAgent;
import dev.heddle.test.Probe;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ManualActivityCompletionClient;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.common.interceptors.ActivityClientCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.NexusClientCallsInterceptor;
import io.temporal.common.interceptors.NexusOperationInboundCallsInterceptor;
import io.temporal.common.interceptors.NexusOperationOutboundCallsInterceptor;
import io.temporal.common.interceptors.ScheduleClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An operation that a future SDK adds to an interface is intercepted under its name, whatever the interface is. */
class UnknownOperationTest {
    private static final Map<Class<?>, Category> INTERFACES = Map.ofEntries(
            Map.entry(WorkflowClientCallsInterceptor.class, Category.CLIENT),
            Map.entry(ActivityCompletionClient.class, Category.CLIENT),
            Map.entry(ScheduleClientCallsInterceptor.class, Category.CLIENT),
            Map.entry(ActivityClientCallsInterceptor.class, Category.CLIENT),
            Map.entry(NexusClientCallsInterceptor.class, Category.CLIENT),
            Map.entry(WorkflowInboundCallsInterceptor.class, Category.WORKFLOW_INBOUND),
            Map.entry(WorkflowOutboundCallsInterceptor.class, Category.WORKFLOW_OUTBOUND),
            Map.entry(ActivityInboundCallsInterceptor.class, Category.ACTIVITY_INBOUND),
            Map.entry(ActivityExecutionContext.class, Category.ACTIVITY_OUTBOUND),
            Map.entry(ManualActivityCompletionClient.class, Category.ACTIVITY_OUTBOUND),
            Map.entry(NexusOperationInboundCallsInterceptor.class, Category.NEXUS_INBOUND),
            Map.entry(NexusOperationOutboundCallsInterceptor.class, Category.NEXUS_OUTBOUND));

    @TestFactory
    Stream<DynamicTest> isIntercepted() {
        InProcessAgent.install();
        ClassLoader sdk = new FutureSdk(
                INTERFACES.keySet().stream().map(Class::getName).collect(java.util.stream.Collectors.toSet()));
        return INTERFACES.keySet().stream().map(type -> dynamicTest(type.getSimpleName(), () -> check(type, sdk)));
    }

    private static void check(Class<?> type, ClassLoader sdk) throws Throwable {
        List<Operation> seen = new ArrayList<>();
        String[] passed = make(type, sdk, call -> {
            seen.add(call.operation());
            return call.proceed();
        });
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).name()).isEqualTo(FutureSdk.METHOD);
        assertThat(seen.get(0).category()).isEqualTo(INTERFACES.get(type));
        assertThat(passed).containsExactly(FutureCall.ANSWER, FutureSdk.METHOD + " asked by the application");
        assertThat(make(type, sdk, call -> "answered by Heddle")).containsExactly("answered by Heddle", "nothing");
    }

    private static String[] make(Class<?> type, ClassLoader sdk, Interceptor<Call> interceptor)
            throws ReflectiveOperationException {
        try (Probe probe = Probe.of(call -> call.operation().name().equals(FutureSdk.METHOD), interceptor)) {
            return (String[]) sdk.loadClass(FutureCall.class.getName())
                    .getMethod("make", String.class)
                    .invoke(null, type.getName());
        }
    }
}
