package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.call.dropin.DropIn;
import dev.heddle.agent.call.dropin.DropInType;
import dev.heddle.agent.call.dropin.DropIns;
import dev.heddle.agent.call.temporal.SdkInterface;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import io.temporal.common.context.ContextPropagator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts what drop-ins have brought of the SDK's own types into the lists that the SDK has read, beside the application's:
 * at the end, which is outside them, or at the beginning.
 */
final class TemporalDropIns {
    private final Chains chains;
    private final ClassLoader sdk;
    /** {@code null} until there are some. */
    private ConverterDropIns converters;

    TemporalDropIns(Chains chains, ClassLoader sdk) {
        this.chains = chains;
        this.sdk = sdk;
    }

    /** The interceptors with those of drop-ins; the same list if there are none. */
    List<?> extend(SdkInterface factory, Class<?> type, List<?> interceptors) {
        DropInType kind = DropInType.of(factory.interfaceName());
        if (chains.dropIns(kind).isEmpty() || containOurs(interceptors)) {
            return interceptors;
        }
        List<Object> extended = new ArrayList<>(interceptors);
        DropIns inner = DropIns.of(type, () -> chains.dropIns(kind), true, interceptors);
        if (inner != null) {
            extended.add(0, interceptor(kind, inner));
        }
        DropIns outer = DropIns.of(type, () -> chains.dropIns(kind), false, interceptors);
        if (outer != null) {
            extended.add(interceptor(kind, outer));
        }
        return extended;
    }

    /** A worker's handlers read what the worker has read. */
    private static boolean containOurs(List<?> interceptors) {
        for (Object interceptor : interceptors) {
            if (interceptor instanceof WorkerDropIns) {
                return true;
            }
        }
        return false;
    }

    private static Object interceptor(DropInType kind, DropIns dropIns) {
        return switch (kind) {
            case WORKER_INTERCEPTOR -> new WorkerDropIns(dropIns);
            case WORKFLOW_CLIENT_INTERCEPTOR -> new WorkflowClientDropIns(dropIns);
            case SCHEDULE_CLIENT_INTERCEPTOR -> new ScheduleClientDropIns(dropIns);
            case ACTIVITY_CLIENT_INTERCEPTOR -> new ActivityClientDropIns(dropIns);
            case NEXUS_CLIENT_INTERCEPTOR -> new NexusClientDropIns(dropIns);
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    /**
     * The propagators of a client with those of drop-ins; those that the options of one call have in their place stay as
     * they are. Each has a name under which it keeps its context, so that of two with one name the first is used, the application's before any.
     */
    Object propagators(Object options, Object propagators) {
        List<DropIn> dropIns = chains.dropIns(DropInType.CONTEXT_PROPAGATOR);
        if (dropIns.isEmpty() || !options.getClass().getSimpleName().endsWith("ClientOptions")) {
            return propagators;
        }
        List<Object> extended = new ArrayList<>(propagators == null ? List.of() : (List<?>) propagators);
        Set<String> names = new HashSet<>();
        for (Object each : extended) {
            names.add(((ContextPropagator) each).getName());
        }
        for (DropIn dropIn : dropIns) {
            ContextPropagator propagator = propagator(dropIn);
            if (propagator != null && names.add(propagator.getName())) {
                extended.add(dropIn.inner() ? 0 : extended.size(), propagator);
            } else if (propagator != null) {
                dropIn.extension()
                        .notAdded(
                                "context propagator '" + propagator.getName() + "'", ", of which there is one already");
            }
        }
        return extended;
    }

    /** The options of a client with the converter to use; or what the application is to get. */
    Object converting(Object options) {
        boolean none = chains.dropIns(DropInType.DATA_CONVERTER).isEmpty()
                && chains.dropIns(DropInType.PAYLOAD_CONVERTER).isEmpty()
                && chains.dropIns(DropInType.PAYLOAD_CODEC).isEmpty();
        return none ? options : converters().extend(options);
    }

    private synchronized ConverterDropIns converters() {
        if (converters == null) {
            converters = new ConverterDropIns(chains);
        }
        return converters;
    }

    /**
     * The plugins that the SDK is to see of what it has read.
     *
     * @param own the class of the options whose plugins are meant for what is made
     */
    Object plugins(DropInType type, String own, Object options, Object plugins) {
        return chains.dropIns(type).isEmpty()
                ? plugins
                : new PluginDropIns(chains, sdk).extend(type, own, options, plugins);
    }

    private static ContextPropagator propagator(DropIn dropIn) {
        if (!dropIn.isFor(DropInType.CONTEXT_PROPAGATOR.categories(), "propagateContext")) {
            return null;
        }
        try {
            return new DropInPropagator(dropIn);
        } catch (RuntimeException | LinkageError nameless) {
            dropIn.failed(Operation.of(Category.CLIENT, "getName", true), nameless);
            return null;
        }
    }
}
