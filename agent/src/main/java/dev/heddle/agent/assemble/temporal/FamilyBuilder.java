package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.AgentLoader;
import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.call.temporal.Adapter;
import dev.heddle.agent.call.temporal.ClientScope;
import dev.heddle.agent.call.temporal.Family;
import dev.heddle.agent.call.temporal.Scope;
import dev.heddle.agent.call.temporal.SdkMethod;
import dev.heddle.agent.call.temporal.SdkRuntime;
import dev.heddle.agent.call.temporal.Shape;
import dev.heddle.agent.call.temporal.Surface;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLocal;
import io.temporal.workflow.unsafe.WorkflowUnsafe;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Makes the adapters of one application, when the first client or worker needs them. Thread-safe.
 */
final class FamilyBuilder {
    private final AgentLoader loader;
    private final ClassLoader sdk;
    private final Getters getters;
    private final ShapeFactory shapes;
    private final SdkMethodFactory methods;
    private final Family family;
    private final boolean values;
    private final Set<Surface> built = EnumSet.noneOf(Surface.class);

    /** {@code values} says whether somebody wants what reaches Heddle past the chains, which needs workflow scopes. */
    FamilyBuilder(AgentLoader loader, ClassLoader sdk, Getters getters, Chains chains, boolean values) {
        this.loader = loader;
        this.sdk = sdk;
        this.getters = getters;
        this.values = values;
        this.shapes = new ShapeFactory(loader, getters);
        this.methods = new SdkMethodFactory(chains, shapes, getters);
        this.family = new Family(runtime());
    }

    Family family() {
        return family;
    }

    /** How a client finds its identity in its options. */
    synchronized Scope scopeOf(Object clientOptions) {
        Shape options = shapes.of(clientOptions.getClass(), Set.of());
        shapes.bind();
        return new ClientScope(options, clientOptions);
    }

    /** The adapter of a factory, with all that it can hand out; {@code null} if nobody wants any of it. */
    synchronized Adapter prototype(Surface factory) {
        if (build(factory)) {
            shapes.bind();
            if (factory == Surface.WORKER_FACTORY) {
                Preloader.preload(loader, sdk, family.runtime());
            }
        }
        return family.prototype(factory);
    }

    /** Builds a surface and those reached through it; says whether it was built just now. */
    private boolean build(Surface surface) {
        Class<?> type = typeOf(surface);
        if (type == null || !built.add(surface)) {
            return false;
        }
        List<SurfaceMethod> surfaceMethods = SurfaceMethod.of(surface, type);
        SdkMethod[] wanted = new SdkMethod[surfaceMethods.size()];
        boolean needed = surface == Surface.WORKFLOW_OUTBOUND && values;
        for (SurfaceMethod method : surfaceMethods) {
            wanted[method.index()] = methods.of(method);
            needed |= wanted[method.index()] != null
                    && !wanted[method.index()].chain().isEmpty();
            for (Surface reached : method.reached()) {
                build(reached);
                needed |= family.prototype(reached) != null;
            }
        }
        if (needed) {
            family.add(surface, adapter(surface, type, surfaceMethods, wanted));
        }
        return true;
    }

    private Class<?> typeOf(Surface surface) {
        try {
            return Class.forName(surface.interfaceName(), false, sdk);
        } catch (ClassNotFoundException notInThisVersion) {
            return null;
        }
    }

    private Adapter adapter(Surface surface, Class<?> type, List<SurfaceMethod> surfaceMethods, SdkMethod[] wanted) {
        String name = Adapter.class.getName() + '$' + surface;
        try {
            return (Adapter) loader.define(name, new AdapterWriter(name, type, surfaceMethods).write())
                    .getConstructor(Family.class, Scope.class, SdkMethod[].class, Object.class)
                    .newInstance(family, null, wanted, null);
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
                        shape("io.temporal.workflow.WorkflowInfo"),
                        shape("io.temporal.activity.ActivityInfo"),
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

    private Shape shape(String className) {
        try {
            return shapes.of(Class.forName(className, false, sdk), Set.of());
        } catch (ClassNotFoundException notInThisVersion) {
            return null;
        }
    }

    private Shape nexusInfo() {
        Class<?> outbound = typeOf(Surface.NEXUS_OUTBOUND);
        boolean tells = outbound != null && getters.of(outbound, "info") != null;
        return tells ? shape("io.temporal.nexus.NexusOperationInfo") : null;
    }
}
