package dev.heddle.agent.call.temporal;

import io.nexusrpc.OperationDefinition;
import io.nexusrpc.ServiceDefinition;
import io.nexusrpc.handler.OperationContext;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.metadata.POJOActivityImplMetadata;
import io.temporal.common.metadata.POJOActivityMethodMetadata;
import io.temporal.common.metadata.POJOWorkflowImplMetadata;
import io.temporal.common.metadata.POJOWorkflowMethodMetadata;
import io.temporal.workflow.Workflow;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;

/**
 * The application's own method behind a call that arrives, for who has changed its arguments or its result. Nobody knows
 * one of a dynamic workflow or activity, of a listener that a workflow has registered on its way, and of an SDK before
 * 1.28, which does not say whose object it calls.
 */
final class DeclaredMethods {
    private DeclaredMethods() {}

    /** The method of an activity, or {@code null} where it is not known. */
    static Method ofActivity(String type, ActivityExecutionContext context) {
        try {
            for (POJOActivityMethodMetadata method : POJOActivityImplMetadata.newInstance(
                            context.getInstance().getClass())
                    .getActivityMethods()) {
                if (method.getActivityTypeName().equals(type)) {
                    return method.getMethod();
                }
            }
            return null;
        } catch (RuntimeException | Error unknown) {
            // The version does not say whose it is, or it is a dynamic one.
            return null;
        }
    }

    /** The method of the workflow at hand, or {@code null} where it is not known. */
    static Method ofWorkflow(String operation, String name) {
        try {
            POJOWorkflowImplMetadata all =
                    POJOWorkflowImplMetadata.newInstance(Workflow.getInstance().getClass());
            return switch (operation) {
                case "execute" -> named(all.getWorkflowMethods(), name);
                case "handleSignal" -> named(all.getSignalMethods(), name);
                case "handleQuery" -> named(all.getQueryMethods(), name);
                case "validateUpdate", "executeUpdate" -> named(all.getUpdateMethods(), name);
                default -> null;
            };
        } catch (RuntimeException | Error unknown) {
            // As of an activity.
            return null;
        }
    }

    /** What a Nexus operation takes by its service's interface, or {@code null} where it is not known. */
    static Class<?> inputOf(OperationContext context) {
        OperationDefinition declared = definition(context);
        return declared == null ? null : raw(declared.getInputType());
    }

    /** The result of a Nexus operation by its service's interface, or {@code null} where it is not known. */
    static Class<?> outputOf(OperationContext context) {
        OperationDefinition declared = definition(context);
        return declared == null ? null : raw(declared.getOutputType());
    }

    private static OperationDefinition definition(OperationContext context) {
        try {
            ServiceDefinition service = context.getServiceDefinition();
            return service == null ? null : service.getOperations().get(context.getOperation());
        } catch (RuntimeException | LinkageError unknown) {
            // As of an activity.
            return null;
        }
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        return type instanceof Class<?> known && known != void.class && known != Void.class ? known : null;
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
