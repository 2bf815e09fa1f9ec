package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.assemble.WeakIdentities;
import dev.heddle.agent.call.temporal.Adapter;
import dev.heddle.agent.call.temporal.Caller;
import dev.heddle.agent.call.temporal.SdkInterface;

/** Puts an adapter in front of what clients call that were made before anybody wanted their calls, each time they call. */
final class ExistingObjects {
    private static final SdkInterface[] FACTORIES = {
        SdkInterface.WORKFLOW_CLIENT_FACTORY,
        SdkInterface.SCHEDULE_CLIENT_FACTORY,
        // Before 1.24 without a factory.
        SdkInterface.SCHEDULE_CLIENT,
        SdkInterface.ACTIVITY_CLIENT_FACTORY,
        SdkInterface.NEXUS_CLIENT_FACTORY,
        SdkInterface.WORKER_FACTORY
    };

    private final AdapterFactory adapters;
    private final CachedWorkflows workflows;
    /** Who calls by these: a caller knows nothing of what it calls. */
    private final WeakIdentities<Caller> callers = new WeakIdentities<>();

    ExistingObjects(AdapterFactory adapters) {
        this.adapters = adapters;
        this.workflows = new CachedWorkflows(adapters);
    }

    CachedWorkflows workflows() {
        return workflows;
    }

    /** Makes the adapters that there can be. */
    void expect() {
        for (SdkInterface factory : FACTORIES) {
            adapters.prototype(factory);
        }
    }

    /** What a client, or what it has handed out, calls in place of this. */
    Object calls(SdkInterface sdkInterface, Object owner, Object calls) {
        Adapter prototype = calls == null || calls instanceof Adapter
                ? null
                : adapters.adapters().prototype(sdkInterface);
        return prototype == null ? calls : prototype.inFrontOf(calls, caller(owner, calls));
    }

    private Caller caller(Object owner, Object calls) {
        Caller known = callers.get(calls);
        if (known != null) {
            return known;
        }
        Object options = ClientObjects.optionsOf(owner, "clientOptions");
        if (options == owner) {
            options = ClientObjects.optionsOf(owner, "options");
        }
        Caller caller = adapters.callerOf(options);
        return options == owner ? caller : callers.putIfAbsent(calls, caller);
    }
}
