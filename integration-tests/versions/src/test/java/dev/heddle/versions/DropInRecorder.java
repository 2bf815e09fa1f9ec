package dev.heddle.versions;

import dev.heddle.harness.ExtensionJarBuilder;
import io.temporal.api.common.v1.Payload;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SimplePlugin;
import io.temporal.common.context.ContextPropagator;
import io.temporal.common.converter.PayloadConverter;
import io.temporal.common.interceptors.ActivityClientCallsInterceptor;
import io.temporal.common.interceptors.ActivityClientInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.NexusClientCallsInterceptor;
import io.temporal.common.interceptors.NexusClientInterceptor;
import io.temporal.common.interceptors.NexusOperationInboundCallsInterceptor;
import io.temporal.common.interceptors.ScheduleClientCallsInterceptor;
import io.temporal.common.interceptors.ScheduleClientInterceptor;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.payload.codec.PayloadCodec;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drop-ins of each type of the SDK, compiled with the newest and run with each, which say that they are called. */
final class DropInRecorder {
    private static final String INTERCEPTORS = "io.temporal.common.interceptors.";

    private DropInRecorder() {}

    /** The types, each with the drop-in for it. */
    static Map<String, Class<?>> types() {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        types.put(INTERCEPTORS + "WorkerInterceptor", OfWorker.class);
        types.put(INTERCEPTORS + "WorkflowClientInterceptor", OfWorkflowClient.class);
        types.put(INTERCEPTORS + "ScheduleClientInterceptor", OfScheduleClient.class);
        types.put(INTERCEPTORS + "ActivityClientInterceptor", OfActivityClient.class);
        types.put(INTERCEPTORS + "NexusClientInterceptor", OfNexusClient.class);
        types.put("io.temporal.common.context.ContextPropagator", Propagator.class);
        types.put("io.temporal.common.converter.PayloadConverter", Converter.class);
        types.put("io.temporal.payload.codec.PayloadCodec", Codec.class);
        types.put("io.temporal.serviceclient.WorkflowServiceStubsPlugin", StubsPlugin.class);
        types.put("io.temporal.client.WorkflowClientPlugin", ClientPlugin.class);
        types.put("io.temporal.client.schedules.ScheduleClientPlugin", SchedulePlugin.class);
        types.put("io.temporal.worker.WorkerPlugin", WorkersPlugin.class);
        return types;
    }

    /** A JAR with all of them. */
    static ExtensionJarBuilder jar() {
        ExtensionJarBuilder jar = new ExtensionJarBuilder().with(DropInRecorder.class);
        types().forEach(jar::service);
        return jar;
    }

    private static void say(String type) {
        System.out.println("drop-in " + type);
    }

    /** Of a worker. */
    public static final class OfWorker implements WorkerInterceptor {
        @Override
        public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
            say("WorkerInterceptor");
            return next;
        }

        @Override
        public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
            return next;
        }

        @Override
        public NexusOperationInboundCallsInterceptor interceptNexusOperation(
                io.nexusrpc.handler.OperationContext context, NexusOperationInboundCallsInterceptor next) {
            return next;
        }
    }

    /** Of a client. */
    @SuppressWarnings("deprecation") // What every version has.
    public static final class OfWorkflowClient implements WorkflowClientInterceptor {
        @Override
        public WorkflowStub newUntypedWorkflowStub(String type, WorkflowOptions options, WorkflowStub next) {
            say("WorkflowClientInterceptor");
            return next;
        }

        @Override
        public WorkflowStub newUntypedWorkflowStub(
                io.temporal.api.common.v1.WorkflowExecution execution, Optional<String> type, WorkflowStub next) {
            return next;
        }

        @Override
        public ActivityCompletionClient newActivityCompletionClient(ActivityCompletionClient next) {
            return next;
        }

        @Override
        public WorkflowClientCallsInterceptor workflowClientCallsInterceptor(WorkflowClientCallsInterceptor next) {
            return next;
        }
    }

    /** Of a client. */
    public static final class OfScheduleClient implements ScheduleClientInterceptor {
        @Override
        public ScheduleClientCallsInterceptor scheduleClientCallsInterceptor(ScheduleClientCallsInterceptor next) {
            say("ScheduleClientInterceptor");
            return next;
        }
    }

    /** Of a client. */
    public static final class OfActivityClient implements ActivityClientInterceptor {
        @Override
        public ActivityClientCallsInterceptor activityClientCallsInterceptor(ActivityClientCallsInterceptor next) {
            say("ActivityClientInterceptor");
            return next;
        }
    }

    /** Of a client. */
    public static final class OfNexusClient implements NexusClientInterceptor {
        @Override
        public NexusClientCallsInterceptor nexusClientCallsInterceptor(NexusClientCallsInterceptor next) {
            say("NexusClientInterceptor");
            return next;
        }
    }

    /** Of a context that is always the same. */
    public static final class Propagator implements ContextPropagator {
        @Override
        public String getName() {
            return "recorder";
        }

        @Override
        public Map<String, Payload> serializeContext(Object context) {
            return Map.of();
        }

        @Override
        public Object deserializeContext(Map<String, Payload> context) {
            return "same";
        }

        @Override
        public Object getCurrentContext() {
            say("ContextPropagator");
            return "same";
        }

        @Override
        public void setCurrentContext(Object context) {}
    }

    /** Of nothing. */
    public static final class Converter implements PayloadConverter {
        @Override
        public String getEncodingType() {
            return "recorder/none";
        }

        @Override
        public Optional<Payload> toData(Object value) {
            say("PayloadConverter");
            return Optional.empty();
        }

        @Override
        public <T> T fromData(Payload content, Class<T> valueClass, Type valueType) {
            throw new IllegalStateException("nothing has this encoding");
        }
    }

    /** Leaves what it gets. */
    public static final class Codec implements PayloadCodec {
        @Override
        public List<Payload> encode(List<Payload> payloads) {
            say("PayloadCodec");
            return payloads;
        }

        @Override
        public List<Payload> decode(List<Payload> payloads) {
            return payloads;
        }
    }

    /** Of stubs. */
    public static final class StubsPlugin extends SimplePlugin {
        public StubsPlugin() {
            super("stubs");
        }

        @Override
        public void configureServiceStubs(io.temporal.serviceclient.WorkflowServiceStubsOptions.Builder builder) {
            say("WorkflowServiceStubsPlugin");
        }
    }

    /** Of a client. */
    public static final class ClientPlugin extends SimplePlugin {
        public ClientPlugin() {
            super("client");
        }

        @Override
        public void configureWorkflowClient(io.temporal.client.WorkflowClientOptions.Builder builder) {
            say("WorkflowClientPlugin");
        }
    }

    /** Of a client. */
    public static final class SchedulePlugin extends SimplePlugin {
        public SchedulePlugin() {
            super("schedules");
        }

        @Override
        public void configureScheduleClient(io.temporal.client.schedules.ScheduleClientOptions.Builder builder) {
            say("ScheduleClientPlugin");
        }
    }

    /** Of workers. */
    public static final class WorkersPlugin extends SimplePlugin {
        public WorkersPlugin() {
            super("workers");
        }

        @Override
        public void configureWorkerFactory(io.temporal.worker.WorkerFactoryOptions.Builder builder) {
            say("WorkerPlugin");
        }
    }
}
