package dev.heddle.agent.call.temporal;

import dev.heddle.api.Category;
import java.util.EnumSet;
import java.util.Set;

/**
 * An interface of the SDK in front of which Heddle can stand. Which of them there are, and with which methods, is the
 * application's SDK version's to say.
 */
public enum SdkInterface {
    WORKFLOW_CLIENT_FACTORY("io.temporal.common.interceptors.WorkflowClientInterceptor", null),
    WORKFLOW_CLIENT("io.temporal.common.interceptors.WorkflowClientCallsInterceptor", Category.CLIENT),
    ACTIVITY_COMPLETION_CLIENT("io.temporal.client.ActivityCompletionClient", Category.CLIENT),
    SCHEDULE_CLIENT_FACTORY("io.temporal.common.interceptors.ScheduleClientInterceptor", null),
    SCHEDULE_CLIENT("io.temporal.common.interceptors.ScheduleClientCallsInterceptor", Category.CLIENT),
    ACTIVITY_CLIENT_FACTORY("io.temporal.common.interceptors.ActivityClientInterceptor", null),
    ACTIVITY_CLIENT("io.temporal.common.interceptors.ActivityClientCallsInterceptor", Category.CLIENT),
    NEXUS_CLIENT_FACTORY("io.temporal.common.interceptors.NexusClientInterceptor", null),
    NEXUS_CLIENT("io.temporal.common.interceptors.NexusClientCallsInterceptor", Category.CLIENT),
    WORKER_FACTORY("io.temporal.common.interceptors.WorkerInterceptor", null),
    WORKFLOW_INBOUND("io.temporal.common.interceptors.WorkflowInboundCallsInterceptor", Category.WORKFLOW_INBOUND),
    WORKFLOW_OUTBOUND("io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor", Category.WORKFLOW_OUTBOUND),
    ACTIVITY_INBOUND("io.temporal.common.interceptors.ActivityInboundCallsInterceptor", Category.ACTIVITY_INBOUND),
    ACTIVITY_CONTEXT("io.temporal.activity.ActivityExecutionContext", Category.ACTIVITY_OUTBOUND),
    MANUAL_COMPLETION("io.temporal.activity.ManualActivityCompletionClient", Category.ACTIVITY_OUTBOUND),
    NEXUS_INBOUND("io.temporal.common.interceptors.NexusOperationInboundCallsInterceptor", Category.NEXUS_INBOUND),
    NEXUS_OUTBOUND("io.temporal.common.interceptors.NexusOperationOutboundCallsInterceptor", Category.NEXUS_OUTBOUND);

    private final String interfaceName;
    private final Category category;

    SdkInterface(String interfaceName, Category category) {
        this.interfaceName = interfaceName;
        this.category = category;
    }

    /** The interface's name. */
    public String interfaceName() {
        return interfaceName;
    }

    /** The interface in an SDK, not initialised; {@code null} if that has none of it. */
    public Class<?> in(ClassLoader sdk) {
        try {
            return Class.forName(interfaceName, false, sdk);
        } catch (ClassNotFoundException notInThisVersion) {
            return null;
        }
    }

    /** What its methods are, or {@code null} for a factory of other interfaces. */
    public Category category() {
        return category;
    }

    /** Properties that its inputs do not have, though they have getters of such a name. */
    public Set<Property> strangers() {
        return switch (this) {
            case SCHEDULE_CLIENT -> EnumSet.of(Property.ACTIVITY_ID, Property.NEXUS_OPERATION_ID);
            case ACTIVITY_CLIENT -> EnumSet.of(Property.SCHEDULE_ID, Property.NEXUS_OPERATION_ID);
            case NEXUS_CLIENT -> EnumSet.of(Property.SCHEDULE_ID, Property.ACTIVITY_ID);
            default -> EnumSet.of(Property.SCHEDULE_ID, Property.NEXUS_OPERATION_ID);
        };
    }

    /** The sdkInterface of an interface, or {@code null}. */
    public static SdkInterface of(Class<?> type) {
        for (SdkInterface sdkInterface : values()) {
            if (sdkInterface.interfaceName.equals(type.getName())) {
                return sdkInterface;
            }
        }
        return null;
    }
}
