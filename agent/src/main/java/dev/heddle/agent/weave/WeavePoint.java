package dev.heddle.agent.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A point in a library where the hook is called. What happens there is up to the handler that the library's table has
 * under the point's name; a new point is one row here and one handler there.
 *
 * <p>The points lie where a library builds its chains, in constructors and what they call, and not in the getters of its
 * options, which are the application's: what an application reads of an object of the library is what it has put there.
 *
 * @param name the library, as {@code LibraryKind} knows it, a slash, and what is woven there
 * @param className the internal name of the class
 * @param place where in the class
 * @param member the method or field of that place
 * @param knownBy the internal name of the class by which one knows that a library has this member: the class itself if
 *     every version has, {@code null} if nothing tells. Where it is there and the member is not, the class is not the one
 *     we know, which is worth a line in the log
 */
public record WeavePoint(String name, String className, Place place, String member, String knownBy) {

    /** Where the hook is called, who is the point's owner, and what its value. */
    public enum Place {
        /** After calls of a getter of that name, of whatever class it is: the object that was asked, and the answer. */
        CALL,
        /** Before a constructor returns: the object, and the field of that name, which is then set. */
        FIELD,
        /** Where methods of that name begin: the object, and nothing. */
        BEGIN,
        /** Where methods of that name begin: the object, and the first argument. */
        ARGUMENT,
        /** Where methods of that name begin: the object, and the one argument that is a class, or an array of classes. */
        CLASSES,
        /** Where a field of that name is read, but for constructors: the object, and what is in the field. */
        LOAD,
        /** Where a field of that name is read by a method that has just set it: the object, and what is in the field. */
        READ_BACK,
        /** Where methods of that name begin: the object, and the first argument, in whose place is the answer. */
        REPLACED_ARGUMENT,
        /** Before methods of that name return: the object, and the result. */
        RESULT,
        /**
         * Where constructors or static methods of that name begin: nothing, and the argument of a type whose name ends in
         * {@code Options}, in whose place is the answer.
         */
        OPTIONS,
        /**
         * Where methods of that name begin: an array of the object and the arguments, and nothing. An answer is returned in
         * place of all that the method would do; of one without result any answer says that it is done.
         */
        AROUND,
        /** After calls of a method of that name with arguments, of whatever class it is: nothing, and the answer. */
        ANSWER
    }

    private static final String CONVERTER = "getDataConverter";

    private static final Map<String, List<WeavePoint>> BY_CLASS = new HashMap<>();

    static {
        String getter = "getInterceptors";
        chain("temporal/workflow-client", "io/temporal/internal/sync/WorkflowClientInternal", getter); // to 1.17
        chain("temporal/workflow-client", "io/temporal/client/WorkflowClientInternal", getter); // 1.18
        chain("temporal/workflow-client", "io/temporal/client/WorkflowClientInternalImpl", getter);
        chain("temporal/schedule-client", "io/temporal/client/schedules/ScheduleClientImpl", getter); // from 1.24
        chain("temporal/activity-client", "io/temporal/client/ActivityClientImpl", getter);
        chain("temporal/nexus-client", "io/temporal/client/NexusClientImpl", getter);
        // These make no chain; what drop-ins have brought is in them as what the application has registered is.
        chain("temporal/workflow-stub", "io/temporal/internal/sync/WorkflowInvocationHandler", getter); // to 1.17
        chain("temporal/workflow-stub", "io/temporal/client/WorkflowInvocationHandler", getter);
        String propagators = "getContextPropagators";
        for (String reader : new String[] {
            "io/temporal/worker/WorkerFactory",
            "io/temporal/internal/client/RootWorkflowClientHelper", // to 1.9
            "io/temporal/internal/client/WorkflowClientRequestFactory",
            "io/temporal/internal/client/ScheduleProtoUtil",
            "io/temporal/client/ActivityClientImpl",
            "io/temporal/testing/TestActivityEnvironmentInternal"
        }) {
            chain("temporal/context-propagators", reader, propagators);
        }
        // Schedules have no interceptors until 1.24, but what their client calls is in this field.
        point(
                "temporal/schedule-calls",
                "io/temporal/client/schedules/ScheduleClientImpl",
                Place.FIELD,
                "scheduleClientCallsInvoker",
                false);
        // What this one hands out is in no chain.
        point(
                "temporal/completion-client",
                "io/temporal/client/ActivityClientImpl",
                Place.RESULT,
                "newActivityCompletionClient",
                true);

        String ofWorkers = "getWorkerInterceptors";
        chain("temporal/worker", "io/temporal/worker/Worker", ofWorkers);
        // From 1.13 on each handler reads what the worker has read; should a worker no longer do so, these still do.
        String handlers = "io/temporal/internal/worker/";
        point("temporal/workflow-handler", handlers + "SyncWorkflowWorker", Place.CALL, ofWorkers, true);
        point("temporal/activity-handler", handlers + "SyncActivityWorker", Place.CALL, ofWorkers, true);
        // 1.26 handles Nexus operations, and has no interceptors for them.
        add(new WeavePoint(
                "temporal/nexus-handler",
                handlers + "SyncNexusWorker",
                Place.CALL,
                ofWorkers,
                "io/temporal/common/interceptors/NexusOperationInboundCallsInterceptor"));
        point(
                "temporal/activity-environment",
                "io/temporal/testing/TestActivityEnvironmentInternal",
                Place.CALL,
                ofWorkers,
                true);

        // An overload that takes options besides does not call the one without.
        point(
                "temporal/workflow-types",
                "io/temporal/worker/Worker",
                Place.CLASSES,
                "registerWorkflowImplementationTypes",
                true);
        for (String factory :
                new String[] {"registerWorkflowImplementationFactory", "addWorkflowImplementationFactory"}) {
            point("temporal/workflow-types", "io/temporal/worker/Worker", Place.CLASSES, factory, false);
        }

        converters();
        plugins();
        sdkPlugins();
        maker("temporal", "workflow-client", "io/temporal/client/WorkflowClient", "newInstance", true);
        maker("temporal", "schedule-client", "io/temporal/client/schedules/ScheduleClient", "newInstance", true);
        maker("temporal", "activity-client", "io/temporal/client/ActivityClient", "newInstance", true);
        maker("temporal", "nexus-client", "io/temporal/client/NexusClient", "newInstance", true);
        maker("temporal", "worker", "io/temporal/worker/WorkerFactory", "newWorker", true);

        // The first three bypass the SDK's own chain in every version, the last until 1.26.
        for (String value : new String[] {"getInfo", "randomUUID", "newRandom", "getMetricsScope"}) {
            point("temporal/value/" + value, "io/temporal/workflow/Workflow", Place.RESULT, value, true);
        }

        // Where a workflow goes on elsewhere: on another thread, and when a promise is completed.
        String workflows = "io/temporal/internal/sync/";
        point(
                "temporal/code/thread",
                workflows + "SyncWorkflowContext",
                Place.REPLACED_ARGUMENT,
                "newThread",
                false); // to 1.2
        point(
                "temporal/code/thread",
                workflows + "SyncWorkflowContext",
                Place.REPLACED_ARGUMENT,
                "newChildThread",
                false);
        point("temporal/code/callback", workflows + "CompletablePromiseImpl", Place.REPLACED_ARGUMENT, "then", true);
        // A handler of any signal gets those that came before it past the SDK's own chain, each after its payload is
        // read.
        String signals = workflows + "SignalDispatcher";
        point("temporal/early-signal/handler", signals, Place.READ_BACK, "dynamicSignalHandler", true);
        point("temporal/early-signal/data", signals, Place.CALL, "getPayload", true);

        // Asked first, once for each thread, while a thread that has not gone on is where it was.
        point(
                "temporal/stuck",
                workflows + "PotentialDeadlockException",
                Place.BEGIN,
                "getWorkflowThreadContext",
                true);

        grpc("grpc", "io/grpc/internal/");
        grpc("temporal-grpc", "io/temporal/shaded/io/grpc/internal/");
        armeria();
        helidon();
        vertx();
    }

    /**
     * Where the SDK takes the data converter from the application's options, to keep it or for one call: what converts
     * on a worker's threads has been handed what the worker has read.
     */
    private static void converters() {
        String client = "io/temporal/client/";
        String internal = "io/temporal/internal/client/";
        String testing = "io/temporal/testing/TestActivityEnvironmentInternal";
        for (String reader : new String[] {
            "io/temporal/worker/Worker",
            "io/temporal/internal/sync/WorkflowClientInternal", // to 1.17
            client + "WorkflowClientInternal", // 1.18
            client + "WorkflowClientInternalImpl",
            "io/temporal/internal/sync/WorkflowStubImpl", // to 1.8
            internal + "RootWorkflowClientHelper", // to 1.11
            internal + "WorkflowClientRequestFactory", // to 1.18
            internal + "RootWorkflowClientInvoker", // to 1.38
            internal + "WorkflowClientDataConverterFactory", // from 1.39
            client + "ActivityClientImpl",
            testing,
            testing + "$TestActivityExecutor",
            testing + "$HeartbeatInterceptingService"
        }) {
            point("temporal/converter", reader, Place.CALL, CONVERTER, false);
        }
        // No maker tells of these, which read with each call.
        for (String reader : new String[] {
            internal + "RootScheduleClientInvoker",
            internal + "ScheduleProtoUtil",
            internal + "RootActivityClientInvoker",
            internal + "RootNexusClientInvoker",
            client + "UntypedNexusServiceClientImpl"
        }) {
            point("temporal/converter", reader, Place.CALL, CONVERTER, true);
        }
    }

    /**
     * Where the SDK has taken options and filled in its defaults, or takes them as they are, and what it does with what
     * comes of them.
     */
    private static void plugins() {
        String complete = "validateAndBuildWithDefaults";
        String service = "io/temporal/serviceclient/";
        String client = "io/temporal/client/";
        String stubs = "temporal/configure/service-stubs";
        point(stubs, service + "WorkflowServiceStubsImpl", Place.CALL, complete, true);
        point(stubs, service + "OperatorServiceStubsImpl", Place.OPTIONS, "<init>", true);
        String clients = "temporal/configure/client";
        point(clients, "io/temporal/internal/sync/WorkflowClientInternal", Place.CALL, complete, false); // to 1.17
        point(clients, client + "WorkflowClientInternal", Place.CALL, complete, false); // 1.18
        point(clients, client + "WorkflowClientInternalImpl", Place.CALL, complete, true);
        point(clients, client + "schedules/ScheduleClientImpl", Place.OPTIONS, "<init>", true);
        point(clients, client + "ActivityClientImpl", Place.OPTIONS, "<init>", true);
        point(clients, client + "NexusClientImpl", Place.OPTIONS, "newInstance", true);
        point("temporal/configure/worker-factory", "io/temporal/worker/WorkerFactory", Place.CALL, complete, true);
        point("temporal/configure/worker", "io/temporal/worker/Worker", Place.CALL, complete, true);
        point("temporal/queue", "io/temporal/worker/WorkerFactory", Place.ARGUMENT, "newWorker", true);
        // Up to 1.10 the one, from then on the other, which the first then passes on to.
        run(service + "WorkflowServiceStubs", "newInstance", true);
        run(service + "WorkflowServiceStubs", "newServiceStubs", false);
        run("io/temporal/worker/WorkerFactory", "start", true);
        run("io/temporal/worker/WorkerFactory", "shutdown", true);
        run("io/temporal/worker/WorkerFactory", "shutdownNow", true);
        run("io/temporal/worker/Worker", "start", true);
        run("io/temporal/worker/Worker", "replayWorkflowExecution", true);
    }

    /** Where the SDK reads its own plugins, from 1.33 on: those of what it makes, and of that with which it makes it. */
    private static void sdkPlugins() {
        String plugins = "getPlugins";
        point("temporal/plugins/stubs", "io/temporal/serviceclient/WorkflowServiceStubs", Place.CALL, plugins, false);
        String client = "io/temporal/client/";
        point("temporal/plugins/client", client + "WorkflowClientInternalImpl", Place.CALL, plugins, false);
        point("temporal/plugins/schedule", client + "schedules/ScheduleClientImpl", Place.CALL, plugins, false);
        point("temporal/plugins/factory", "io/temporal/worker/WorkerFactory", Place.CALL, plugins, false);
    }

    /** What plugins wrap: the point is named by the method. */
    private static void run(String className, String method, boolean expected) {
        point("temporal/run/" + method, className, Place.AROUND, method, expected);
    }

    /**
     * Every builder of channels ends in one of these and every server in that, however they wrap each other. Until 1.32
     * it was the abstract classes; in some later versions they only pass on to the others.
     */
    private static void grpc(String library, String packageName) {
        String channels = "ManagedChannelImplBuilder";
        String servers = "ServerImplBuilder";
        for (String abstractOrNot : new String[] {"", "Abstract"}) {
            String className = packageName + abstractOrNot;
            point(library + "/channel", className + channels, Place.RESULT, "getEffectiveInterceptors", false);
            point(library + "/stream-tracers", className + servers, Place.RESULT, "getTracerFactories", false);
            maker(library, "channel", className + channels, "build", abstractOrNot.isEmpty());
            maker(library, "server", className + servers, "build", abstractOrNot.isEmpty());
        }
        // Stubs make these of the end of a call, on the thread that tells the application of it.
        String status = packageName.replace("/internal/", "/Status");
        point(library + "/failure", status, Place.RESULT, "asRuntimeException", true);
        point(library + "/failure", status, Place.RESULT, "asException", true);
        point(library + "/server", packageName + "ServerImpl", Place.FIELD, "interceptors", false);
        point(library + "/started", packageName + "ServerImpl", Place.RESULT, "start", false);
    }

    /** Armeria has a server and channels of its own; services, calls and interceptors are grpc-java's. */
    private static void armeria() {
        String armeria = "com/linecorp/armeria/";
        point("grpc/service", armeria + "server/grpc/HandlerRegistry$Builder", Place.CALL, "service", true);
        // Among the other options of a client that are read there.
        String clients = armeria + "internal/client/grpc/GrpcClientFactory";
        point("grpc/options", clients, Place.ANSWER, "get", true);
    }

    /** So has Helidon. */
    private static void helidon() {
        point("grpc/handler", "io/helidon/webserver/grpc/GrpcRouteHandler", Place.FIELD, "callHandler", true);
        point("grpc/call", "io/helidon/webclient/grpc/GrpcChannel", Place.AROUND, "newCall", true);
    }

    /**
     * Vert.x bridges services and stubs of grpc-java to its own gRPC, which has neither interceptors nor anything else of
     * grpc-java's that they could be given.
     */
    private static void vertx() {
        String vertx = "io/vertx/grpc/";
        point("grpc/service", vertx + "server/impl/GrpcServiceBridgeImpl", Place.FIELD, "serviceDef", true); // to 4
        String bridge = "io/vertx/grpcio/server/impl/GrpcIoServiceBridgeImpl";
        point("grpc/service", bridge, Place.FIELD, "serviceDef", true);
        point("grpc/call", vertx + "client/GrpcClientChannel", Place.AROUND, "newCall", true); // to 4
        // In 4 it inherits this from the other.
        String channel = "io/vertx/grpcio/client/";
        add(new WeavePoint(
                "grpc/call", channel + "GrpcIoClientChannel", Place.AROUND, "newCall", channel + "VertxClientCall"));
        // What is not bridged can only be named.
        BY_CLASS.put(vertx + "server/impl/GrpcServerImpl", List.of());
        BY_CLASS.put(vertx + "client/impl/GrpcClientImpl", List.of());
    }

    /** Where a chain is built. If the class has it no more, the maker of what the chain belongs to tells. */
    private static void chain(String name, String className, String getter) {
        point(name, className, Place.CALL, getter, false);
    }

    /** A method by which an application gets what has a chain, to see that the chain has come by. */
    private static void maker(String library, String kind, String className, String method, boolean expected) {
        point(library + "/begin/" + kind, className, Place.BEGIN, method, false);
        point(library + "/made/" + kind, className, Place.RESULT, method, expected);
    }

    private static void point(String name, String className, Place place, String member, boolean expected) {
        add(new WeavePoint(name, className, place, member, expected ? className : null));
    }

    private static void add(WeavePoint point) {
        List<WeavePoint> points = BY_CLASS.get(point.className());
        if (points == null) {
            points = new ArrayList<>(1);
            BY_CLASS.put(point.className(), points);
        }
        points.add(point);
    }

    /** Whether it is where a maker begins: a method by which an application gets a client, worker, channel or server. */
    boolean begins() {
        return place == Place.BEGIN && name.contains("/begin/");
    }

    /** The internal names of the classes that have points. */
    public static Set<String> classNames() {
        return BY_CLASS.keySet();
    }

    /** The points in a class, or {@code null}. None if it is one of the {@link Strangers}. */
    public static List<WeavePoint> in(String className) {
        return BY_CLASS.get(className);
    }
}
