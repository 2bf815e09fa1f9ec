package dev.heddle.agent.weave;

import dev.heddle.agent.weave.WeavePoint.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The points by which objects are reached that were made before anybody wanted their calls: wherever they read their chain
 * again, or go on to where it would be. Loaded only where there are such objects, for a chain that is made here is made
 * for each call.
 */
final class ExistingPoints {
    private static final Map<String, List<WeavePoint>> BY_CLASS = new HashMap<>();

    /** Classes whose objects have no chain where one could come in, and what these are. */
    private static final Map<String, String> OUT_OF_REACH = new HashMap<>();

    static {
        String ofWorkflows = "temporal/existing/workflow-calls";
        String callsInterceptor = "io/temporal/common/interceptors/WorkflowClientCallsInterceptor"; // from 1.0.7
        for (String name : new String[] {
            "internal/sync/WorkflowClientInternal", "client/WorkflowClientInternal", "client/WorkflowClientInternalImpl"
        }) {
            field(ofWorkflows, "io/temporal/" + name, "workflowClientCallsInvoker", callsInterceptor);
        }
        for (String name : new String[] {
            "internal/sync/WorkflowStubImpl",
            "client/WorkflowStubImpl",
            "client/LazyUpdateHandleImpl",
            "internal/client/LazyUpdateHandleImpl",
            "client/LazyWorkflowUpdateHandleImpl",
            "internal/client/LazyWorkflowUpdateHandleImpl"
        }) {
            field(ofWorkflows, "io/temporal/" + name, "workflowClientInvoker", callsInterceptor);
        }
        String client = "io/temporal/client/";
        String ofSchedules = "temporal/existing/schedule-calls";
        field(ofSchedules, client + "schedules/ScheduleClientImpl", "scheduleClientCallsInvoker");
        field(ofSchedules, client + "schedules/ScheduleHandleImpl", "interceptor");
        field("temporal/existing/activity-calls", client + "ActivityClientImpl", "invoker");
        field(
                "temporal/existing/activity-calls",
                "io/temporal/internal/client/ActivityHandleImpl",
                "clientCallsInterceptor");
        field("temporal/existing/nexus-calls", client + "NexusClientImpl", "nexusClientCallsInvoker");
        field("temporal/existing/nexus-calls", "io/temporal/internal/client/NexusOperationHandleImpl", "interceptor");
        field("temporal/existing/nexus-calls", client + "UntypedNexusServiceClientImpl", "invoker");

        for (String packageName : new String[] {"client/", "internal/sync/"}) { // to 1.17
            OUT_OF_REACH.put(
                    "io/temporal/" + packageName + "ActivityCompletionClientImpl",
                    "clients of activity completions that were made before");
        }

        String armeria = "com/linecorp/armeria/";
        OUT_OF_REACH.put(
                armeria + "server/grpc/FramedGrpcService", "services of Armeria's gRPC server that were made before");
        OUT_OF_REACH.put(
                armeria + "internal/client/grpc/ArmeriaChannel", "clients of Armeria's gRPC that were made before");
        OUT_OF_REACH.put(
                "io/helidon/webserver/grpc/GrpcRouteHandler", "methods of Helidon's gRPC server that were made before");
        String vertx = "services of Vert.x's gRPC server that were bridged before";
        OUT_OF_REACH.put("io/vertx/grpc/server/impl/GrpcServiceBridgeImpl", vertx); // to 4
        OUT_OF_REACH.put("io/vertx/grpcio/server/impl/GrpcIoServiceBridgeImpl", vertx);

        String ofWorkers = "temporal/existing/worker";
        String internal = "io/temporal/internal/";
        field(ofWorkers, internal + "sync/POJOWorkflowImplementationFactory", "workerInterceptors");
        field(ofWorkers, internal + "sync/DynamicSyncWorkflowDefinition", "workerInterceptors");
        field(ofWorkers, internal + "sync/POJOActivityTaskHandler", "interceptors"); // to 1.9
        field(ofWorkers, internal + "activity/POJOActivityTaskHandler", "interceptors"); // to 1.12
        field(ofWorkers, internal + "activity/ActivityTaskExecutors$BaseActivityTaskExecutor", "interceptors");
        field(ofWorkers, internal + "nexus/TemporalInterceptorMiddleware", "interceptors");
        for (String room : new String[] {"replay/", "worker/"}) {
            String cache = internal + room + "WorkflowExecutorCache";
            add(new WeavePoint("temporal/existing/cache", cache, Place.ARGUMENT, "getOrCreate", cache));
        }
        for (String[] grpc : new String[][] {{"grpc", "io/grpc/"}, {"temporal-grpc", "io/temporal/shaded/io/grpc/"}}) {
            field(grpc[0] + "/existing/channel", grpc[1] + "internal/ManagedChannelImpl", "interceptorChannel");
            field(grpc[0] + "/existing/server", grpc[1] + "internal/ServerImpl", "interceptors");
        }
    }

    private ExistingPoints() {}

    private static void field(String name, String className, String field) {
        field(name, className, field, className);
    }

    private static void field(String name, String className, String field, String knownBy) {
        add(new WeavePoint(name, className, Place.LOAD, field, knownBy));
    }

    private static void add(WeavePoint point) {
        List<WeavePoint> points = BY_CLASS.get(point.className());
        if (points == null) {
            points = new ArrayList<>(1);
            BY_CLASS.put(point.className(), points);
        }
        points.add(point);
    }

    /** The internal names of the classes that have such points. */
    static Set<String> classNames() {
        return BY_CLASS.keySet();
    }

    /** What objects of a class are that cannot be reached; {@code null} if they can, or need not be. */
    static String outOfReach(String className) {
        return OUT_OF_REACH.get(className);
    }

    /** With the points that a class has anyway, {@code null} if it has none. */
    static List<WeavePoint> and(List<WeavePoint> others, String className) {
        List<WeavePoint> points = BY_CLASS.get(className);
        if (points == null || others == null) {
            return points == null ? others : points;
        }
        List<WeavePoint> all = new ArrayList<>(points);
        all.addAll(others);
        return all;
    }
}
