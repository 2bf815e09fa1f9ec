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
    private final boolean values;
    private final Set<SdkInterface> built = EnumSet.noneOf(SdkInterface.class);
    private final Map<SdkInterface, Set<String>> guards = new EnumMap<>(SdkInterface.class);

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
        if (build(factory)) {
            accessors.bind();
            if (factory == SdkInterface.WORKER_FACTORY) {
                Preloader.preload(loader, sdk, adapters.runtime());
            }
        }
        return adapters.prototype(factory);
    }

    /** The guards among those who want a call that can be reached from a factory, by their names. */
    synchronized Set<String> guards(SdkInterface factory) {
        return guards.getOrDefault(factory, Set.of());
    }

    /** Builds a sdkInterface and those reached through it; says whether it was built just now. */
    private boolean build(SdkInterface sdkInterface) {
        Class<?> type = typeOf(sdkInterface);
        if (type == null || !built.add(sdkInterface)) {
            return false;
        }
        List<SdkInterfaceMethod> interfaceMethods = SdkInterfaceMethod.of(sdkInterface, type);
        SdkMethod[] wanted = new SdkMethod[interfaceMethods.size()];
        boolean needed = sdkInterface == SdkInterface.WORKFLOW_OUTBOUND && values;
        Set<String> guarding = new TreeSet<>();
        guards.put(sdkInterface, guarding);
        for (SdkInterfaceMethod method : interfaceMethods) {
            wanted[method.index()] = methods.of(method);
            needed |= wanted[method.index()] != null
                    && !wanted[method.index()].chain().isEmpty();
            addGuards(wanted[method.index()], guarding);
            for (SdkInterface reached : method.reached()) {
                build(reached);
                needed |= adapters.prototype(reached) != null;
                guarding.addAll(guards.getOrDefault(reached, Set.of()));
            }
        }
        if (needed) {
            adapters.add(sdkInterface, adapter(sdkInterface, type, interfaceMethods, wanted));
        }
        return true;
    }

    private static void addGuards(SdkMethod wanted, Set<String> guards) {
        for (int i = 0; wanted != null && i < wanted.chain().size(); i++) {
            ExtensionHealth extension = wanted.chain().link(i).health();
            if (extension.failClosed()) {
                guards.add(extension.name());
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
