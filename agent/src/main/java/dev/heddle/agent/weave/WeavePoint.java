package dev.heddle.agent.weave;

import java.util.HashMap;
import java.util.Map;

/**
 * A place in a library where the value on its way out passes the hook: what a method returns, or a field that a
 * constructor has set. The places are the same in every version that has them, and none is known by more than its name.
 *
 * @param className the internal name of the class
 * @param methods the methods to weave; {@code <init>} for the constructor
 * @param field for a constructor the field, otherwise {@code null}
 */
record WeavePoint(String className, String[] methods, String field) {
    private static final Map<String, WeavePoint> BY_CLASS = new HashMap<>();

    static {
        // The options' getters are what every client and worker reads its interceptors through.
        result("io/temporal/client/WorkflowClientOptions", "getInterceptors");
        result("io/temporal/client/schedules/ScheduleClientOptions", "getInterceptors");
        result("io/temporal/client/ActivityClientOptions", "getInterceptors");
        result("io/temporal/client/NexusClientOptions", "getInterceptors");
        result("io/temporal/worker/WorkerFactoryOptions", "getWorkerInterceptors");
        // These three bypass the SDK's own chain in every version.
        result("io/temporal/workflow/Workflow", "getInfo", "randomUUID", "newRandom");
    }

    private static void result(String className, String... methods) {
        BY_CLASS.put(className, new WeavePoint(className, methods, null));
    }

    /** The point in a class, or {@code null}: the one look-up that every loaded class costs. */
    static WeavePoint of(String className) {
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
