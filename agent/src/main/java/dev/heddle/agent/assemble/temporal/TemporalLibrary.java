package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.assemble.Library;
import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.call.temporal.Adapter;
import dev.heddle.agent.call.temporal.Caller;
import dev.heddle.agent.call.temporal.SdkInterface;
import dev.heddle.agent.call.temporal.WorkerCaller;
import io.temporal.client.ActivityCompletionClient;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Temporal SDK of one application. Puts an adapter at the end of each list of interceptors that the SDK is about to
 * read, which is the outermost place; whatever the application has done with an earlier list, there is one adapter.
 */
public final class TemporalLibrary implements Library {
    private final WorkflowValues values;
    private final AdapterFactory builder;

    /** Called by the assembling room. */
    public TemporalLibrary(Chains chains, ClassLoader sdk) {
        Getters getters = new Getters(sdk);
        this.values = new WorkflowValues(chains, sdk, getters);
        this.builder =
                new AdapterFactory((AgentLoader) getClass().getClassLoader(), sdk, getters, chains, values.wanted());
    }

    @Override
    public Object pass(Object value) throws Throwable {
        return values.pass(builder.adapters(), value);
    }

    @Override
    public Object extend(Object owner, Object value) {
        if (value instanceof Object[] interceptors) {
            return extendArray(owner, interceptors);
        }
        if (value instanceof List<?> interceptors) {
            return extendList(owner, interceptors);
        }
        boolean completion = value instanceof ActivityCompletionClient;
        return inFrontOf(
                completion ? SdkInterface.ACTIVITY_COMPLETION_CLIENT : SdkInterface.SCHEDULE_CLIENT, value, owner);
    }

    private Object[] extendArray(Object owner, Object[] interceptors) {
        SdkInterface factory = SdkInterface.of(interceptors.getClass().getComponentType());
        List<Object> extended = extend(factory, owner, Arrays.asList(interceptors));
        return extended == null
                ? interceptors
                : extended.toArray(
                        (Object[]) Array.newInstance(interceptors.getClass().getComponentType(), extended.size()));
    }

    private List<?> extendList(Object owner, List<?> interceptors) {
        SdkInterface factory = switch (owner.getClass().getSimpleName()) {
            case "ScheduleClientOptions" -> SdkInterface.SCHEDULE_CLIENT_FACTORY;
            case "ActivityClientOptions" -> SdkInterface.ACTIVITY_CLIENT_FACTORY;
            default -> SdkInterface.NEXUS_CLIENT_FACTORY;
        };
        List<Object> extended = extend(factory, owner, interceptors);
        return extended == null ? interceptors : extended;
    }

    /** The interceptors and an adapter, or {@code null} if nobody wants a call that it could see. */
    private List<Object> extend(SdkInterface factory, Object owner, List<?> interceptors) {
        Adapter prototype = builder.prototype(factory);
        if (prototype == null) {
            return null;
        }
        List<Object> extended = new ArrayList<>();
        for (Object interceptor : interceptors) {
            // An adapter that came with a copied list may belong to a client of another namespace.
            if (!(interceptor instanceof Adapter)) {
                extended.add(interceptor);
            }
        }
        Caller caller = factory == SdkInterface.WORKER_FACTORY
                ? new WorkerCaller(builder.adapters().runtime())
                : builder.callerOf(owner);
        extended.add(prototype.inFrontOf(null, caller));
        return extended;
    }

    /** Puts an adapter in front of what a client has made past its chain, unless it has come through the chain. */
    private Object inFrontOf(SdkInterface sdkInterface, Object target, Object client) {
        Adapter prototype = target instanceof Adapter ? null : builder.prototype(sdkInterface);
        return prototype == null ? target : prototype.inFrontOf(target, builder.callerOf(optionsOf(client)));
    }

    /** A client's options, the one way to its namespace; the client itself if it does not let them be read. */
    private static Object optionsOf(Object client) {
        for (Field field : client.getClass().getDeclaredFields()) {
            if (field.getType().getSimpleName().endsWith("ClientOptions") && field.trySetAccessible()) {
                try {
                    return field.get(client);
                } catch (IllegalAccessException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
        return client;
    }
}
