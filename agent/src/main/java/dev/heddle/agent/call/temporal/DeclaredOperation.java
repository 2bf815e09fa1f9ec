package dev.heddle.agent.call.temporal;

import io.nexusrpc.OperationDefinition;
import io.nexusrpc.ServiceDefinition;
import io.nexusrpc.handler.OperationContext;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** What a Nexus operation takes and gives by its service's interface, which the contexts of newer versions tell. */
final class DeclaredOperation {
    private DeclaredOperation() {}

    /** The class of what it takes, or {@code null} where nothing says so. */
    static Class<?> input(OperationContext context) {
        OperationDefinition declared = of(context);
        return declared == null ? null : raw(declared.getInputType());
    }

    /** The class of its result, or {@code null} where nothing says so. */
    static Class<?> output(OperationContext context) {
        OperationDefinition declared = of(context);
        return declared == null ? null : raw(declared.getOutputType());
    }

    private static OperationDefinition of(OperationContext context) {
        try {
            ServiceDefinition service = context.getServiceDefinition();
            return service == null ? null : service.getOperations().get(context.getOperation());
        } catch (RuntimeException | LinkageError unknown) {
            // The version does not say it.
            return null;
        }
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        return type instanceof Class<?> known && known != void.class && known != Void.class ? known : null;
    }
}
