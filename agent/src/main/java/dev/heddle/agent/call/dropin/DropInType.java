package dev.heddle.agent.call.dropin;

import dev.heddle.api.Category;
import java.util.List;

/** The types of the libraries themselves of which a JAR without any type of Heddle's can have implementations. */
public enum DropInType {
    WORKER_INTERCEPTOR(
            "io.temporal.common.interceptors.WorkerInterceptor",
            Category.WORKFLOW_INBOUND,
            Category.WORKFLOW_OUTBOUND,
            Category.ACTIVITY_INBOUND,
            Category.ACTIVITY_OUTBOUND,
            Category.NEXUS_INBOUND,
            Category.NEXUS_OUTBOUND),
    WORKFLOW_CLIENT_INTERCEPTOR("io.temporal.common.interceptors.WorkflowClientInterceptor", Category.CLIENT),
    SCHEDULE_CLIENT_INTERCEPTOR("io.temporal.common.interceptors.ScheduleClientInterceptor", Category.CLIENT),
    ACTIVITY_CLIENT_INTERCEPTOR("io.temporal.common.interceptors.ActivityClientInterceptor", Category.CLIENT),
    NEXUS_CLIENT_INTERCEPTOR("io.temporal.common.interceptors.NexusClientInterceptor", Category.CLIENT),
    CONTEXT_PROPAGATOR(
            "io.temporal.common.context.ContextPropagator",
            Category.CLIENT,
            Category.WORKFLOW_INBOUND,
            Category.WORKFLOW_OUTBOUND,
            Category.ACTIVITY_INBOUND),
    DATA_CONVERTER(
            "io.temporal.common.converter.DataConverter",
            Category.CLIENT,
            Category.WORKFLOW_INBOUND,
            Category.ACTIVITY_INBOUND),
    PAYLOAD_CONVERTER(
            "io.temporal.common.converter.PayloadConverter",
            Category.CLIENT,
            Category.WORKFLOW_INBOUND,
            Category.ACTIVITY_INBOUND),
    PAYLOAD_CODEC(
            "io.temporal.payload.codec.PayloadCodec",
            Category.CLIENT,
            Category.WORKFLOW_INBOUND,
            Category.ACTIVITY_INBOUND),
    SERVICE_STUBS_PLUGIN("io.temporal.serviceclient.WorkflowServiceStubsPlugin", Category.CLIENT),
    WORKFLOW_CLIENT_PLUGIN("io.temporal.client.WorkflowClientPlugin", Category.CLIENT),
    SCHEDULE_CLIENT_PLUGIN("io.temporal.client.schedules.ScheduleClientPlugin", Category.CLIENT),
    WORKER_PLUGIN(
            "io.temporal.worker.WorkerPlugin",
            Category.WORKFLOW_INBOUND,
            Category.ACTIVITY_INBOUND,
            Category.NEXUS_INBOUND),
    GRPC_CLIENT_INTERCEPTOR("io.grpc.ClientInterceptor", Category.GRPC_CLIENT),
    GRPC_SERVER_INTERCEPTOR("io.grpc.ServerInterceptor", Category.GRPC_SERVER),
    SERVER_STREAM_TRACER("io.grpc.ServerStreamTracer$Factory", Category.GRPC_SERVER);

    private final String typeName;
    private final List<Category> categories;

    DropInType(String typeName, Category... categories) {
        this.typeName = typeName;
        this.categories = List.of(categories);
    }

    /** That of a library's type. */
    public static DropInType of(String typeName) {
        for (DropInType type : values()) {
            if (type.typeName.equals(typeName)) {
                return type;
            }
        }
        throw new IllegalArgumentException(typeName);
    }

    /** The name of the library's type, which its service file has too. */
    public String typeName() {
        return typeName;
    }

    /** What calls it meets. */
    public List<Category> categories() {
        return categories;
    }
}
