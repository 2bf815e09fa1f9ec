package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.assemble.Library;
import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.call.dropin.DropInType;
import dev.heddle.agent.call.temporal.SdkInterface;
import java.util.List;

/** The Temporal SDK of one application, and what to do at each point that is woven into it. */
public final class TemporalLibrary implements Library, Runnable {
    private final Chains chains;
    private final ClassLoader sdk;
    private final Getters getters;
    private final AdapterFactory adapters;
    private final WorkflowValues values;
    private final EarlySignals earlySignals;
    private final InterceptorLists interceptors;
    private final TemporalDropIns dropIns;
    /** {@code null} until there are some. */
    private volatile TemporalPlugins plugins;

    private final ClientObjects clients;
    /** {@code null} where nothing encodes payloads, which no change makes otherwise. */
    private final Converters converters;

    private final SdkObjects made;
    private volatile ExistingObjects existing;
    private volatile boolean misses;

    /** Called by the assembling room. */
    public TemporalLibrary(Chains chains, ClassLoader sdk) {
        this.chains = chains;
        this.sdk = sdk;
        this.getters = new Getters(sdk);
        WorkflowValues.Methods methods = WorkflowValues.methods(chains, sdk, getters);
        this.adapters =
                new AdapterFactory((AgentLoader) getClass().getClassLoader(), sdk, getters, chains, methods.any());
        this.values = new WorkflowValues(methods, adapters.adapters());
        this.earlySignals = new EarlySignals(adapters.adapters());
        this.made = new SdkObjects(chains, adapters);
        this.dropIns = new TemporalDropIns(chains, sdk);
        this.interceptors = new InterceptorLists(adapters, made, dropIns);
        this.clients = new ClientObjects(adapters, made);
        this.converters = chains.codecs().isInPlace() ? new Converters(chains, sdk, made) : null;
        chains.onChange(this);
    }

    /** Takes the chains that there are now: adapters that stand in front of the SDK's objects find them at the next call. */
    @Override
    public void run() {
        WorkflowValues.Methods methods = WorkflowValues.methods(chains, sdk, getters);
        if (adapters.change(methods.any())) {
            misses = true;
        }
        values.change(methods);
        if (converters != null) {
            converters.change();
        }
    }

    @Override
    public void expectExisting() {
        ExistingObjects next = new ExistingObjects(adapters);
        next.expect();
        existing = next;
        misses = false;
    }

    @Override
    public boolean missesExisting() {
        return misses;
    }

    @Override
    public boolean replaying() {
        return adapters.adapters().runtime().replayingHere();
    }

    @Override
    public Object extend(String point, Object owner, Object value) {
        return switch (point) {
            case "temporal/workflow-client" ->
                interceptors.ofClient(SdkInterface.WORKFLOW_CLIENT_FACTORY, owner, (Object[]) value);
            case "temporal/schedule-client" ->
                interceptors.ofClient(SdkInterface.SCHEDULE_CLIENT_FACTORY, owner, (List<?>) value);
            case "temporal/activity-client" ->
                interceptors.ofClient(SdkInterface.ACTIVITY_CLIENT_FACTORY, owner, (List<?>) value);
            case "temporal/nexus-client" ->
                interceptors.ofClient(SdkInterface.NEXUS_CLIENT_FACTORY, owner, (List<?>) value);
            case "temporal/worker",
                    "temporal/workflow-handler",
                    "temporal/activity-handler",
                    "temporal/nexus-handler",
                    "temporal/activity-environment" -> interceptors.ofWorker((Object[]) value);
            case "temporal/workflow-stub" -> interceptors.ofStub((Object[]) value);
            case "temporal/context-propagators" -> dropIns.propagators(owner, value);
            case "temporal/existing/workflow-calls" -> existing(SdkInterface.WORKFLOW_CLIENT, owner, value);
            case "temporal/existing/schedule-calls" -> existing(SdkInterface.SCHEDULE_CLIENT, owner, value);
            case "temporal/existing/activity-calls" -> existing(SdkInterface.ACTIVITY_CLIENT, owner, value);
            case "temporal/existing/nexus-calls" -> existing(SdkInterface.NEXUS_CLIENT, owner, value);
            case "temporal/existing/worker" -> interceptors.ofExistingWorker((Object[]) value);
            case "temporal/existing/cache" ->
                existing == null ? value : existing.workflows().evict(owner, value);
            case "temporal/converter" -> converters == null ? value : converters.around(value);
            case "temporal/configure/client" -> ofClient(value);
            case "temporal/configure/service-stubs", "temporal/configure/worker-factory", "temporal/configure/worker" ->
                chains.plugins().isEmpty()
                        ? value
                        : plugins().configure(point.substring("temporal/configure/".length()), value);
            case "temporal/queue" ->
                chains.plugins().isEmpty() ? value : plugins().begin(value);
            case "temporal/run/newInstance",
                    "temporal/run/newServiceStubs",
                    "temporal/run/start",
                    "temporal/run/shutdown",
                    "temporal/run/shutdownNow",
                    "temporal/run/replayWorkflowExecution" ->
                chains.plugins().isEmpty()
                        ? null
                        : plugins().run(point.substring("temporal/run/".length()), (Object[]) owner);
            case "temporal/plugins/stubs" ->
                dropIns.plugins(DropInType.SERVICE_STUBS_PLUGIN, "WorkflowServiceStubsOptions", owner, value);
            case "temporal/plugins/client" ->
                dropIns.plugins(DropInType.WORKFLOW_CLIENT_PLUGIN, "WorkflowClientOptions", owner, value);
            case "temporal/plugins/schedule" ->
                dropIns.plugins(DropInType.SCHEDULE_CLIENT_PLUGIN, "ScheduleClientOptions", owner, value);
            case "temporal/plugins/factory" ->
                dropIns.plugins(DropInType.WORKER_PLUGIN, "WorkerFactoryOptions", owner, value);
            case "temporal/schedule-calls" -> clients.ofSchedules(owner, value);
            case "temporal/completion-client" -> clients.ofCompletion(owner, value);
            case "temporal/value/getInfo" -> values.info(value);
            case "temporal/value/newRandom" -> values.random(value);
            case "temporal/value/randomUUID" -> values.uuid(value);
            case "temporal/value/getMetricsScope" -> values.metrics(value);
            case "temporal/code/thread", "temporal/code/callback" ->
                adapters.adapters().runtime().scopes().keep(value);
            case "temporal/workflow-types" -> registered(value);
            case "temporal/stuck" -> {
                chains.stuck((Throwable) owner);
                yield value;
            }
            case "temporal/early-signal/handler" -> earlySignals.expect(value);
            case "temporal/early-signal/data" -> earlySignals.bring(owner, value);
            case "temporal/begin/workflow-client" -> made.begin(SdkInterface.WORKFLOW_CLIENT_FACTORY);
            case "temporal/made/workflow-client" -> made.check(SdkInterface.WORKFLOW_CLIENT_FACTORY, value);
            case "temporal/begin/schedule-client" -> made.begin(SdkInterface.SCHEDULE_CLIENT_FACTORY);
            case "temporal/made/schedule-client" -> made.check(SdkInterface.SCHEDULE_CLIENT_FACTORY, value);
            case "temporal/begin/activity-client" -> made.begin(SdkInterface.ACTIVITY_CLIENT_FACTORY);
            case "temporal/made/activity-client" -> made.check(SdkInterface.ACTIVITY_CLIENT_FACTORY, value);
            case "temporal/begin/nexus-client" -> made.begin(SdkInterface.NEXUS_CLIENT_FACTORY);
            case "temporal/made/nexus-client" -> made.check(SdkInterface.NEXUS_CLIENT_FACTORY, value);
            case "temporal/begin/worker" -> made.begin(SdkInterface.WORKER_FACTORY);
            case "temporal/made/worker" -> {
                if (plugins != null) {
                    plugins.made(owner, value);
                }
                yield made.check(SdkInterface.WORKER_FACTORY, value);
            }
            default -> throw new IllegalArgumentException(point);
        };
    }

    private TemporalPlugins plugins() {
        synchronized (chains) {
            if (plugins == null) {
                plugins = new TemporalPlugins(chains);
            }
            return plugins;
        }
    }

    /** The options of a client, as drop-ins and then plugins want them. */
    private Object ofClient(Object options) {
        made.configured();
        Object converting = dropIns.converting(options);
        return converting instanceof Throwable || chains.plugins().isEmpty()
                ? converting
                : plugins().configure("client", converting);
    }

    private Object registered(Object types) {
        chains.workflowTypes().registered(types instanceof Class<?>[] all ? all : new Class<?>[] {(Class<?>) types});
        return types;
    }

    /** What was made before this library itself was has nothing of it in its chain. */
    private Object existing(SdkInterface sdkInterface, Object owner, Object value) {
        return existing == null ? value : existing.calls(sdkInterface, owner, value);
    }
}
