package dev.heddle.agent.weave;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A place in a library where the value on its way out passes the hook: what a method returns, or a field that a
 * constructor has set. The places are the same in every version that has them, and none is known by more than its name.
 *
 * @param className the internal name of the class
 * @param methods the methods to weave; {@code <init>} for the constructor
 * @param field for a constructor the field, otherwise {@code null}
 * @param everywhere whether every version of the class has the methods; where not, a class without is not meant
 */
public record WeavePoint(String className, String[] methods, String field, boolean everywhere) {
    private static final String CONSTRUCTOR = "<init>";

    private static final Map<String, WeavePoint> BY_CLASS = new HashMap<>();

    static {
        // The options' getters are what every client and worker reads its interceptors through.
        result("io/temporal/client/WorkflowClientOptions", "getInterceptors");
        result("io/temporal/client/ActivityClientOptions", "getInterceptors");
        result("io/temporal/client/NexusClientOptions", "getInterceptors");
        result("io/temporal/worker/WorkerFactoryOptions", "getWorkerInterceptors");
        // What this one hands out is in no chain.
        resultWherePresent("io/temporal/client/ActivityClientImpl", "newActivityCompletionClient");
        // Schedules have no interceptors until 1.24, but what their client calls is in this field.
        resultWherePresent("io/temporal/client/schedules/ScheduleClientOptions", "getInterceptors");
        point("io/temporal/client/schedules/ScheduleClientImpl", "scheduleClientCallsInvoker", false, CONSTRUCTOR);
        // The first three bypass the SDK's own chain in every version, the last until 1.26.
        result("io/temporal/workflow/Workflow", "getInfo", "randomUUID", "newRandom", "getMetricsScope");
        // Every builder of channels ends in one of these and every server in that, however they wrap each other.
        for (String grpc : List.of("io/grpc/internal/", "io/temporal/shaded/io/grpc/internal/")) {
            result(grpc + "ManagedChannelImplBuilder", "getEffectiveInterceptors");
            field(grpc + "ServerImpl", "interceptors");
            // Until 1.32 it was this class; in some later versions it only passes on to the other.
            resultWherePresent(grpc + "AbstractManagedChannelImplBuilder", "getEffectiveInterceptors");
        }
    }

    private static void result(String className, String... methods) {
        point(className, null, true, methods);
    }

    private static void resultWherePresent(String className, String method) {
        point(className, null, false, method);
    }

    private static void field(String className, String name) {
        point(className, name, true, CONSTRUCTOR);
    }

    private static void point(String className, String field, boolean everywhere, String... methods) {
        BY_CLASS.put(className, new WeavePoint(className, methods, field, everywhere));
    }

    /** The point in a class, or {@code null}: the one look-up that every loaded class costs. */
    public static WeavePoint of(String className) {
        return BY_CLASS.get(className);
    }

    boolean weaves(String method) {
        for (String woven : methods) {
            if (woven.equals(method)) {
                return true;
            }
        }
        return false;
    }
}
