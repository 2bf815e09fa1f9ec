package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.call.temporal.Accessors;
import dev.heddle.agent.call.temporal.Adapter;
import dev.heddle.agent.call.temporal.Adapters;
import dev.heddle.agent.call.temporal.Caller;
import dev.heddle.agent.call.temporal.ClientCaller;
import dev.heddle.agent.call.temporal.SdkInterface;
import dev.heddle.agent.call.temporal.SdkMethod;
import java.util.EnumSet;
import java.util.Set;

/**
 * Makes the adapters of one application, when the first client or worker needs them. Thread-safe.
 */
final class AdapterFactory {
    private final AgentLoader loader;
    private final ClassLoader sdk;
    private final AccessorsFactory accessors;
    private final FoundInterfaces interfaces;
    private final Adapters adapters;
    private final Set<SdkInterface> complete = EnumSet.noneOf(SdkInterface.class);
    private boolean values;

    /** {@code values} says whether somebody wants what reaches Heddle past the chains, which needs workflow callers. */
    AdapterFactory(AgentLoader loader, ClassLoader sdk, Getters getters, Chains chains, boolean values) {
        this.loader = loader;
        this.sdk = sdk;
        this.values = values;
        this.accessors = new AccessorsFactory(loader, getters);
        this.interfaces = new FoundInterfaces(sdk, accessors, new SdkMethodFactory(chains, accessors, getters));
        this.adapters = new Adapters(new SdkRuntimeFactory(sdk, getters, accessors, chains.turns()).make());
    }

    Adapters adapters() {
        return adapters;
    }

    /** The interface in this SDK, or {@code null}. */
    Class<?> typeOf(SdkInterface sdkInterface) {
        return interfaces.typeOf(sdkInterface);
    }

    /** How a client finds its identity in its options. */
    synchronized Caller callerOf(Object clientOptions) {
        Accessors options = accessors.of(clientOptions.getClass(), Set.of());
        accessors.bind();
        return new ClientCaller(options, clientOptions);
    }

    /** The guards among those who want a call that can be reached from a factory, by their names. */
    synchronized Set<String> guards(SdkInterface factory) {
        return interfaces.guards(factory);
    }

    /**
     * Has the adapters that there are take the chains that there are now, and makes those that are needed only now.
     *
     * @return whether there are any of these, which nothing has that was made before
     */
    synchronized boolean change(boolean valuesWanted) {
        interfaces.change();
        values = valuesWanted;
        int before = adapters.size();
        Set<SdkInterface> again = EnumSet.copyOf(complete);
        complete.clear();
        for (SdkInterface factory : again) {
            prototype(factory);
        }
        return adapters.size() > before;
    }

    /** The adapter of a factory, with all that it can hand out; {@code null} if nobody wants any of it. */
    synchronized Adapter prototype(SdkInterface factory) {
        if (complete.add(factory) && interfaces.find(factory) != null) {
            add(factory, EnumSet.noneOf(SdkInterface.class));
            accessors.bind();
            if (factory == SdkInterface.WORKER_FACTORY) {
                Preloader.preload(loader, sdk, adapters.runtime());
            }
        }
        return adapters.prototype(factory);
    }

    /** Adds the adapters that are needed, of an interface and of those reached through it. */
    private void add(SdkInterface sdkInterface, Set<SdkInterface> visited) {
        FoundInterfaces.Found of = interfaces.find(sdkInterface);
        if (of == null || !visited.add(sdkInterface)) {
            return;
        }
        boolean needed = of.wantsAny() || sdkInterface == SdkInterface.WORKFLOW_OUTBOUND && values;
        for (SdkInterfaceMethod method : of.methods()) {
            for (SdkInterface reached : method.reached()) {
                add(reached, visited);
                needed |= adapters.prototype(reached) != null;
            }
        }
        if (needed && adapters.prototype(sdkInterface) == null) {
            adapters.add(sdkInterface, adapter(sdkInterface, of));
        }
    }

    private Adapter adapter(SdkInterface sdkInterface, FoundInterfaces.Found of) {
        String name = Adapter.class.getName() + '$' + sdkInterface;
        try {
            return (Adapter) loader.define(name, new AdapterWriter(name, of.type(), of.methods()).write())
                    .getConstructor(Adapters.class, Caller.class, SdkMethod[].class, Object.class)
                    .newInstance(adapters, null, of.wanted(), null);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
