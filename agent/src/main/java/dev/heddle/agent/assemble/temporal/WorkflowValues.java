package dev.heddle.agent.assemble.temporal;

import com.uber.m3.tally.Scope;
import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.temporal.Adapters;
import dev.heddle.agent.call.temporal.Arguments;
import dev.heddle.agent.call.temporal.Result;
import dev.heddle.agent.call.temporal.SdkInterface;
import dev.heddle.agent.call.temporal.SdkMethod;
import dev.heddle.agent.call.temporal.ValueAdapter;
import dev.heddle.api.Category;
import dev.heddle.api.Operation;
import io.temporal.workflow.WorkflowInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Sends what a workflow gets of the SDK past its chain through a chain of its own. */
final class WorkflowValues {
    private static final String INFO = "getInfo";
    private static final String RANDOM = "newRandom";
    private static final String UUIDS = "randomUUID";
    private static final String METRICS = "getMetricsScope";

    private final Adapters adapters;
    private volatile Methods methods;

    WorkflowValues(Methods methods, Adapters adapters) {
        this.methods = methods;
        this.adapters = adapters;
    }

    /** Takes other methods from the next call on. */
    void change(Methods other) {
        methods = other;
    }

    /** What somebody wants of these; {@code null} for what nobody does. */
    record Methods(SdkMethod info, SdkMethod random, SdkMethod uuid, SdkMethod metrics) {
        /** Whether somebody wants any of them. */
        boolean any() {
            return info != null || random != null || uuid != null || metrics != null;
        }
    }

    static Methods methods(Chains chains, ClassLoader sdk, Getters getters) {
        return new Methods(
                method(chains, INFO, WorkflowInfo.class),
                method(chains, RANDOM, Random.class),
                method(chains, UUIDS, UUID.class),
                isInChain("metricsScope", sdk, getters) ? null : method(chains, METRICS, Scope.class));
    }

    /** What a workflow can ask for past the chain. */
    static List<Operation> operations(ClassLoader sdk, Getters getters) {
        List<Operation> operations = new ArrayList<>(List.of(operation(INFO), operation(RANDOM), operation(UUIDS)));
        if (!isInChain("metricsScope", sdk, getters)) {
            operations.add(operation(METRICS));
        }
        return operations;
    }

    private static Operation operation(String name) {
        return Operation.of(Category.WORKFLOW_OUTBOUND, name, false);
    }

    private static SdkMethod method(Chains chains, String name, Class<?> type) {
        Chain chain = chains.of(operation(name));
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

    Object info(Object value) {
        return pass(methods.info(), value);
    }

    Object random(Object value) {
        return pass(methods.random(), value);
    }

    Object uuid(Object value) {
        return pass(methods.uuid(), value);
    }

    Object metrics(Object value) {
        return pass(methods.metrics(), value);
    }

    /** The value, or what the application is to get instead. */
    private Object pass(SdkMethod method, Object value) {
        if (method == null) {
            return value;
        }
        try {
            return ValueAdapter.pass(adapters, method, value);
        } catch (LinkageError accident) {
            // No chain lets one out.
            throw accident;
        } catch (Throwable outcome) {
            return outcome;
        }
    }
}
