package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.TurnWatch;
import dev.heddle.agent.call.temporal.Accessors;
import dev.heddle.agent.call.temporal.HeadersFactory;
import dev.heddle.agent.call.temporal.SdkInterface;
import dev.heddle.agent.call.temporal.SdkRuntime;
import dev.heddle.agent.call.temporal.WorkflowScopes;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLocal;
import io.temporal.workflow.unsafe.WorkflowUnsafe;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Makes the {@link SdkRuntime} of an application, as its version of the SDK has it. */
final class SdkRuntimeFactory {
    private final ClassLoader sdk;
    private final Getters getters;
    private final AccessorsFactory accessors;
    private final TurnWatch turns;

    SdkRuntimeFactory(ClassLoader sdk, Getters getters, AccessorsFactory accessors, TurnWatch turns) {
        this.sdk = sdk;
        this.getters = getters;
        this.accessors = accessors;
        this.turns = turns;
    }

    @SuppressWarnings("deprecation") // withInitial is what every version has.
    SdkRuntime make() {
        return new SdkRuntime(
                Unwinding.orReplaying(replaying(), sdk),
                new HeadersFactory(),
                WorkflowLocal.withInitial(() -> null),
                new WorkflowScopes(),
                turns,
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
        try {
            Class<?> outbound = Class.forName(SdkInterface.NEXUS_OUTBOUND.interfaceName(), false, sdk);
            return getters.of(outbound, "info") == null ? null : accessors("io.temporal.nexus.NexusOperationInfo");
        } catch (ClassNotFoundException notInThisVersion) {
            return null;
        }
    }
}
