package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.temporal.Adapters;
import dev.heddle.agent.call.temporal.Arguments;
import dev.heddle.agent.call.temporal.Caller;
import dev.heddle.agent.call.temporal.Result;
import dev.heddle.agent.call.temporal.SdkInterface;
import dev.heddle.agent.call.temporal.SdkMethod;
import dev.heddle.agent.call.temporal.ValueAdapter;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import io.temporal.workflow.WorkflowInfo;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What a workflow gets of the SDK past its chain, known by the value's type. */
final class WorkflowValues {
    private final SdkMethod info;
    private final SdkMethod random;
    private final SdkMethod uuid;
    private final SdkMethod metrics;

    WorkflowValues(Chains chains, ClassLoader sdk, Getters getters) {
        info = method(chains, "getInfo", WorkflowInfo.class);
        random = method(chains, "newRandom", Random.class);
        uuid = method(chains, "randomUUID", UUID.class);
        metrics = isInChain("metricsScope", sdk, getters) ? null : method(chains, "getMetricsScope", Caller.class);
    }

    private static SdkMethod method(Chains chains, String name, Class<?> type) {
        Chain chain = chains.of(Operation.of(Category.WORKFLOW_OUTBOUND, name, false));
        return chain == null
                ? null
                : new SdkMethod(
                        0, name, false, chain, null, new Arguments.Parameters(List.of()), new Result(type, false));
    }

    /** Whether this version has in its chain what a workflow asks for. */
    private static boolean isInChain(String property, ClassLoader sdk, Getters getters) {
        try {
            Class<?> chain = Class.forName(SdkInterface.WORKFLOW_OUTBOUND.interfaceName(), false, sdk);
            return getters.of(chain, property) != null;
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether somebody wants any of them. */
    boolean wanted() {
        return info != null || random != null || uuid != null || metrics != null;
    }

    /** Sends a value through its chain. */
    Object pass(Adapters adapters, Object value) throws Throwable {
        SdkMethod method = methodOf(value);
        return method == null ? value : ValueAdapter.pass(adapters, method, value);
    }

    private SdkMethod methodOf(Object value) {
        if (value instanceof UUID) {
            return uuid;
        }
        if (value instanceof Random) {
            return random;
        }
        return value instanceof WorkflowInfo ? info : metrics;
    }
}
