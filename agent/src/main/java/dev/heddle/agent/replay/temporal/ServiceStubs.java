package dev.heddle.agent.replay.temporal;

import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** The SDK's connections to a server, whose methods have had other result types over time. */
final class ServiceStubs {
    private ServiceStubs() {}

    static WorkflowServiceBlockingStub blocking(WorkflowServiceStubs stubs) {
        try {
            return (WorkflowServiceBlockingStub) invoke(WorkflowServiceStubs.class, "blockingStub", stubs);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A connection of its own to an address, without TLS. */
    static WorkflowServiceStubs plain(String address) throws ReflectiveOperationException {
        Object builder = WorkflowServiceStubsOptions.newBuilder();
        invoke(builder.getClass(), "setTarget", builder, address);
        Object options = invoke(builder.getClass(), "build", builder);
        for (String maker : new String[] {"newServiceStubs", "newInstance"}) { // the latter to 1.10
            for (Method method : WorkflowServiceStubs.class.getMethods()) {
                if (method.getName().equals(maker)
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0].isInstance(options)) {
                    return (WorkflowServiceStubs) method.invoke(null, options);
                }
            }
        }
        throw new NoSuchMethodException("this version of Temporal's SDK connects otherwise");
    }

    private static Object invoke(Class<?> type, String name, Object target, Object... arguments)
            throws ReflectiveOperationException {
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                try {
                    return method.invoke(target, arguments);
                } catch (InvocationTargetException failure) {
                    if (failure.getCause() instanceof RuntimeException cause) {
                        throw cause;
                    }
                    throw failure;
                }
            }
        }
        throw new NoSuchMethodException(type.getName() + '.' + name);
    }
}
