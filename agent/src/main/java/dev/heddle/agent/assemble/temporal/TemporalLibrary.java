package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.AgentLoader;
import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.assemble.Library;
import dev.heddle.agent.call.AgentLog;
import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.temporal.Adapter;
import dev.heddle.agent.call.temporal.Arguments;
import dev.heddle.agent.call.temporal.ClientScope;
import dev.heddle.agent.call.temporal.Result;
import dev.heddle.agent.call.temporal.Scope;
import dev.heddle.agent.call.temporal.SdkMethod;
import dev.heddle.agent.call.temporal.Surface;
import dev.heddle.agent.call.temporal.ValueAdapter;
import dev.heddle.agent.call.temporal.WorkerScope;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import io.temporal.workflow.WorkflowInfo;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * The Temporal SDK of one application. Puts an adapter at the end of each list of interceptors that the SDK is about to
 * read, which is the outermost place; whatever the application has done with an earlier list, there is one adapter.
 */
public final class TemporalLibrary implements Library {
    private final FamilyBuilder builder;
    private final SdkMethod info;
    private final SdkMethod random;
    private final SdkMethod uuid;
    private final SdkMethod metrics;

    /** Called by the assembling room. */
    public TemporalLibrary(Chains chains, ClassLoader sdk) {
        this.info = value(chains, "getInfo", WorkflowInfo.class);
        this.random = value(chains, "newRandom", Random.class);
        this.uuid = value(chains, "randomUUID", UUID.class);
        this.metrics =
                inChain("metricsScope", sdk) ? null : value(chains, "getMetricsScope", com.uber.m3.tally.Scope.class);
        boolean values = info != null || random != null || uuid != null || metrics != null;
        this.builder = new FamilyBuilder((AgentLoader) getClass().getClassLoader(), sdk, chains, values);
    }

    /** Whether this version has in its chain what a workflow asks for. */
    private static boolean inChain(String property, ClassLoader sdk) {
        try {
            Class<?> chain = Class.forName(Surface.WORKFLOW_OUTBOUND.interfaceName(), false, sdk);
            return PropertyPath.getter(chain, property) != null;
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SdkMethod value(Chains chains, String name, Class<?> type) {
        Chain chain = chains.of(new Operation(Category.WORKFLOW_OUTBOUND, name, false));
        return chain == null
                ? null
                : new SdkMethod(
                        0, name, false, chain, null, new Arguments.Parameters(List.of()), new Result(type, false));
    }

    @Override
    public Object extend(Object owner, Object value) throws Throwable {
        if (value instanceof Object[] interceptors) {
            return extendArray(owner, interceptors);
        }
        if (value instanceof List<?> interceptors) {
            return extendList(owner, interceptors);
        }
        if (!(owner instanceof Class<?>)) {
            return extendScheduleCalls(owner, value);
        }
        SdkMethod method = methodOf(value);
        return method == null ? value : ValueAdapter.pass(builder.family(), method, value);
    }

    /** What a workflow has asked for past the chain, by what it gets. */
    private SdkMethod methodOf(Object value) {
        if (value instanceof UUID) {
            return uuid;
        }
        if (value instanceof Random) {
            return random;
        }
        return value instanceof WorkflowInfo ? info : metrics;
    }

    private Object[] extendArray(Object owner, Object[] interceptors) {
        Surface factory = Surface.of(interceptors.getClass().getComponentType());
        List<Object> extended = extend(factory, owner, Arrays.asList(interceptors));
        return extended == null
                ? interceptors
                : extended.toArray(
                        (Object[]) Array.newInstance(interceptors.getClass().getComponentType(), extended.size()));
    }

    private List<?> extendList(Object owner, List<?> interceptors) {
        Surface factory = switch (owner.getClass().getSimpleName()) {
            case "ScheduleClientOptions" -> Surface.SCHEDULE_CLIENT_FACTORY;
            case "ActivityClientOptions" -> Surface.ACTIVITY_CLIENT_FACTORY;
            default -> Surface.NEXUS_CLIENT_FACTORY;
        };
        List<Object> extended = extend(factory, owner, interceptors);
        return extended == null ? interceptors : extended;
    }

    /** Puts an adapter in front of a schedule client's calls, unless its interceptors have been read, and it is there. */
    private Object extendScheduleCalls(Object client, Object calls) {
        Adapter prototype = calls instanceof Adapter ? null : builder.prototype(Surface.SCHEDULE_CLIENT);
        if (prototype == null) {
            return calls;
        }
        try {
            // The one way to the namespace.
            Field options = client.getClass().getDeclaredField("options");
            options.setAccessible(true);
            return prototype.inFrontOf(calls, clientScope(options.get(client)));
        } catch (ReflectiveOperationException | RuntimeException failure) {
            AgentLog.get().error("the calls of a schedule client are not intercepted", failure);
            return calls;
        }
    }

    private ClientScope clientScope(Object options) {
        return new ClientScope(builder.shapes().of(options.getClass(), Set.of()), options);
    }

    /** The interceptors and an adapter, or {@code null} if nobody wants a call that it could see. */
    private List<Object> extend(Surface factory, Object owner, List<?> interceptors) {
        Adapter prototype = builder.prototype(factory);
        if (prototype == null) {
            return null;
        }
        List<Object> extended = new ArrayList<>(interceptors);
        // An adapter that came with a copied list may belong to a client of another namespace.
        extended.removeIf(interceptor -> interceptor instanceof Adapter);
        Scope scope = factory == Surface.WORKER_FACTORY
                ? new WorkerScope(builder.family().runtime())
                : clientScope(owner);
        extended.add(prototype.inFrontOf(null, scope));
        return extended;
    }
}
