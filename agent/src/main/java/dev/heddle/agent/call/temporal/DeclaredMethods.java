package dev.heddle.agent.call.temporal;

import dev.heddle.api.Category;
import io.temporal.common.metadata.POJOActivityImplMetadata;
import io.temporal.common.metadata.POJOActivityMethodMetadata;
import io.temporal.common.metadata.POJOWorkflowImplMetadata;
import io.temporal.common.metadata.POJOWorkflowMethodMetadata;
import io.temporal.workflow.Workflow;
import java.lang.reflect.Method;
import java.util.List;

/**
 * The application's own method behind a call that arrives, for who has changed its arguments or its result. Nobody knows
 * one of a dynamic workflow or activity, of a listener that a workflow has registered on its way, and of an SDK before
 * 1.27, which does not say whose object it calls.
 */
final class DeclaredMethods {
    private DeclaredMethods() {}

    /** The method, or {@code null} where it is not known. */
    static Method of(InterceptedCall call) {
        try {
            if (call.operation().category() == Category.WORKFLOW_INBOUND) {
                return ofWorkflow(call, Workflow.getInstance());
            }
            return call instanceof InterceptedActivityCall activity
                            && call.operation().category() == Category.ACTIVITY_INBOUND
                    ? ofActivity(
                            call.activityType(), activity.caller().context().getInstance())
                    : null;
        } catch (RuntimeException | Error unknown) {
            // The version has no such method, or the object is a dynamic one.
            return null;
        }
    }

    private static Method ofActivity(String type, Object activity) {
        for (POJOActivityMethodMetadata method :
                POJOActivityImplMetadata.newInstance(activity.getClass()).getActivityMethods()) {
            if (method.getActivityTypeName().equals(type)) {
                return method.getMethod();
            }
        }
        return null;
    }

    private static Method ofWorkflow(InterceptedCall call, Object workflow) {
        POJOWorkflowImplMetadata all = POJOWorkflowImplMetadata.newInstance(workflow.getClass());
        return switch (call.operation().name()) {
            case "execute" -> named(all.getWorkflowMethods(), call.workflowType());
            case "handleSignal" -> named(all.getSignalMethods(), call.signalName());
            case "handleQuery" -> named(all.getQueryMethods(), call.queryName());
            case "validateUpdate", "executeUpdate" -> named(all.getUpdateMethods(), call.updateName());
            default -> null;
        };
    }

    private static Method named(List<POJOWorkflowMethodMetadata> methods, String name) {
        for (POJOWorkflowMethodMetadata method : methods) {
            if (method.getName().equals(name)) {
                return method.getWorkflowMethod();
            }
        }
        return null;
    }
}
