package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.bootstrap.AgentLoader;
import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.temporal.Accessors;
import dev.heddle.agent.call.temporal.Adapter;
import dev.heddle.agent.call.temporal.Adapters;
import dev.heddle.agent.call.temporal.Caller;
import dev.heddle.agent.call.temporal.ClientCaller;
import dev.heddle.agent.call.temporal.SdkInterface;
import dev.heddle.agent.call.temporal.SdkMethod;
import dev.heddle.agent.call.temporal.SdkRuntime;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLocal;
import io.temporal.workflow.unsafe.WorkflowUnsafe;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Makes the adapters of one application, when the first client or worker needs them. Thread-safe.
 */
final class AdapterFactory {
    private final AgentLoader loader;
    private final ClassLoader sdk;
    private final Getters getters;
    private final AccessorsFactory accessors;
    private final SdkMethodFactory methods;
    private final Adapters adapters;
    private final Map<SdkInterface, FoundInterface> found = new EnumMap<>(SdkInterface.class);
    private final Set<SdkInterface> complete = EnumSet.noneOf(SdkInterface.class);
    private boolean values;

    /** {@code values} says whether somebody wants what reaches Heddle past the chains, which needs workflow callers. */
    AdapterFactory(AgentLoader loader, ClassLoader sdk, Getters getters, Chains chains, boolean values) {
        this.loader = loader;
        this.sdk = sdk;
        this.getters = getters;
        this.values = values;
        this.accessors = new AccessorsFactory(loader, getters);
        this.methods = new SdkMethodFactory(chains, accessors, getters);
        this.adapters = new Adapters(runtime());
    }

    Adapters adapters() {
        return adapters;
    }

    /** How a client finds its identity in its options. */
    synchronized Caller callerOf(Object clientOptions) {
        Accessors options = accessors.of(clientOptions.getClass(), Set.of());
        accessors.bind();
        return new ClientCaller(options, clientOptions);
    }

    /** The adapter of a factory, with all that it can hand out; {@code null} if nobody wants any of it. */
    synchronized Adapter prototype(SdkInterface factory) {
        if (complete.add(factory) && find(factory)) {
            add(factory, EnumSet.noneOf(SdkInterface.class));
            accessors.bind();
            if (factory == SdkInterface.WORKER_FACTORY) {
                Preloader.preload(loader, sdk, adapters.runtime());
            }
        }
        return adapters.prototype(factory);
    }

    /** The guards among those who want a call that can be reached from a factory, by their names. */
    synchronized Set<String> guards(SdkInterface factory) {
        Set<String> guards = new TreeSet<>();
        if (find(factory)) {
            addGuards(factory, EnumSet.noneOf(SdkInterface.class), guards);
        }
        return guards;
    }

    /**
     * Has the adapters that there are take the chains that there are now. One that is needed only now stands in front of
     * what is made later.
     */
    synchronized void change(boolean valuesWanted) {
        Map<SdkMethod[], SdkMethod[]> changes = new IdentityHashMap<>();
        for (FoundInterface each : found.values()) {
            changes.put(each.wanted(), wanted(each.methods()));
        }
        accessors.bind();
        // Each element is immutable, and a call reads one once.
        changes.forEach((now, next) -> System.arraycopy(next, 0, now, 0, next.length));
        values = valuesWanted;
        complete.clear();
    }

    private SdkMethod[] wanted(List<SdkInterfaceMethod> interfaceMethods) {
        SdkMethod[] wanted = new SdkMethod[interfaceMethods.size()];
        for (SdkInterfaceMethod method : interfaceMethods) {
            wanted[method.index()] = methods.of(method);
        }
        return wanted;
    }

    /** Finds an interface and those reached through it; says whether the SDK has it. */
    private boolean find(SdkInterface sdkInterface) {
        if (found.containsKey(sdkInterface)) {
            return true;
        }
        Class<?> type = typeOf(sdkInterface);
        if (type == null) {
            return false;
        }
        List<SdkInterfaceMethod> interfaceMethods = SdkInterfaceMethod.of(sdkInterface, type);
        found.put(sdkInterface, new FoundInterface(type, interfaceMethods, wanted(interfaceMethods)));
        for (SdkInterfaceMethod method : interfaceMethods) {
            for (SdkInterface reached : method.reached()) {
                find(reached);
            }
        }
        return true;
    }

    /** Adds the adapters that are needed, of an interface and of those reached through it. */
    private void add(SdkInterface sdkInterface, Set<SdkInterface> visited) {
        FoundInterface of = found.get(sdkInterface);
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
            adapters.add(sdkInterface, adapter(sdkInterface, of.type(), of.methods(), of.wanted()));
        }
    }

    /**
     * An interface of this SDK.
     *
     * @param wanted by the methods' indices, {@code null} where nobody wants the operation; its elements change
     */
    private record FoundInterface(Class<?> type, List<SdkInterfaceMethod> methods, SdkMethod[] wanted) {
        boolean wantsAny() {
            for (SdkMethod method : wanted) {
                if (method != null && !method.chain().isEmpty()) {
                    return true;
                }
            }
            return false;
        }

        void addGuards(int index, Set<String> guards) {
            for (int i = 0; wanted[index] != null && i < wanted[index].chain().size(); i++) {
                ExtensionHealth extension = wanted[index].chain().link(i).health();
                if (extension.failClosed()) {
                    guards.add(extension.name());
                }
            }
        }
    }

    private void addGuards(SdkInterface sdkInterface, Set<SdkInterface> visited, Set<String> guards) {
        FoundInterface of = found.get(sdkInterface);
        if (of == null || !visited.add(sdkInterface)) {
            return;
        }
        for (SdkInterfaceMethod method : of.methods()) {
            of.addGuards(method.index(), guards);
            for (SdkInterface reached : method.reached()) {
                addGuards(reached, visited, guards);
            }
        }
    }

    /** The interface in this SDK, or {@code null}. */
    Class<?> typeOf(SdkInterface sdkInterface) {
        try {
            return Class.forName(sdkInterface.interfaceName(), false, sdk);
        } catch (ClassNotFoundException notInThisVersion) {
            return null;
        }
    }

    private Adapter adapter(
            SdkInterface sdkInterface, Class<?> type, List<SdkInterfaceMethod> interfaceMethods, SdkMethod[] wanted) {
        String name = Adapter.class.getName() + '$' + sdkInterface;
        try {
            return (Adapter) loader.define(name, new AdapterWriter(name, type, interfaceMethods).write())
                    .getConstructor(Adapters.class, Caller.class, SdkMethod[].class, Object.class)
                    .newInstance(adapters, null, wanted, null);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("deprecation") // withInitial is what every version has.
    private SdkRuntime runtime() {
        return new SdkRuntime(
                replaying(),
                new JacksonJsonPayloadConverter(),
                WorkflowLocal.withInitial(() -> null),
                new SdkRuntime.Identities(
                        accessors("io.temporal.workflow.WorkflowInfo"),
                        accessors("io.temporal.activity.ActivityInfo"),
                        nexusInfo()));
    }

    @SuppressWarnings("deprecation") // Before 1.7 there is no other.
    private BooleanSupplier replaying() {
        try {
            Class.forName("io.temporal.workflow.unsafe.WorkflowUnsafe", true, sdk);
            return WorkflowUnsafe::isReplaying;
        } catch (ClassNotFoundException before1_7) {
            return Workflow::isReplaying;
        }
    }

    private Accessors accessors(String className) {
        try {
            return accessors.of(Class.forName(className, false, sdk), Set.of());
        } catch (ClassNotFoundException notInThisVersion) {
            return null;
        }
    }

    private Accessors nexusInfo() {
        Class<?> outbound = typeOf(SdkInterface.NEXUS_OUTBOUND);
        boolean tells = outbound != null && getters.of(outbound, "info") != null;
        return tells ? accessors("io.temporal.nexus.NexusOperationInfo") : null;
    }
}
