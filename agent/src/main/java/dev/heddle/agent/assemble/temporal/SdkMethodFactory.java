package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.temporal.Accessors;
import dev.heddle.agent.call.temporal.Arguments;
import dev.heddle.agent.call.temporal.CompletionParameters;
import dev.heddle.agent.call.temporal.Result;
import dev.heddle.agent.call.temporal.SdkInterface;
import dev.heddle.agent.call.temporal.SdkMethod;
import dev.heddle.api.Operation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Makes an {@link SdkMethod} of each method that somebody wants. */
final class SdkMethodFactory {
    /** During these the workflow is read-only, which calls in the other direction want to know. */
    private static final Set<String> RESTRICTING = Set.of("handleQuery", "validateUpdate");

    /** What versions call the part of an input that the application has passed. */
    private static final String[] ARGUMENTS = {"arguments", "args", "signalArguments", "arg", "input"};

    private final Chains chains;
    private final AccessorsFactory factory;
    private final Getters getters;

    SdkMethodFactory(Chains chains, AccessorsFactory factory, Getters getters) {
        this.chains = chains;
        this.factory = factory;
        this.getters = getters;
    }

    /** The method, or {@code null} if nobody wants it. */
    SdkMethod of(SdkInterfaceMethod method) {
        if (method.role() != SdkInterfaceMethod.Role.OPERATION) {
            return null;
        }
        Operation operation = method.operation(getters);
        String name = operation.name();
        Chain chain = chains.of(operation);
        boolean restricts = method.sdkInterface() == SdkInterface.WORKFLOW_INBOUND && RESTRICTING.contains(name);
        if (chain == null && restricts) {
            chain = new Chain(operation, List.of());
        }
        if (chain == null) {
            return null;
        }
        Accessors input = input(method);
        return new SdkMethod(method.index(), name, restricts, chain, input, arguments(method, input), result(method));
    }

    private Accessors input(SdkInterfaceMethod method) {
        if (method.hasInput()) {
            return factory.of(method.input(), method.sdkInterface().strangers());
        }
        return method.sdkInterface() == SdkInterface.ACTIVITY_COMPLETION_CLIENT ? new CompletionParameters() : null;
    }

    private Arguments arguments(SdkInterfaceMethod method, Accessors input) {
        if (!method.hasInput()) {
            Class<?>[] types = method.reflected().getParameterTypes();
            return types.length == 1 ? new Arguments.Parameter(types[0]) : new Arguments.Parameters(List.of(types));
        }
        int update = input.indexOf("workflowUpdateInput");
        if (update >= 0) {
            Accessors updateInput = factory.of(
                    input.components().get(update).type(), method.sdkInterface().strangers());
            return new Arguments.Nested(update, updateInput, updateInput.indexOf(ARGUMENTS));
        }
        int component = input.indexOf(ARGUMENTS);
        return component < 0 ? new Arguments.Components() : new Arguments.Component(component);
    }

    private Result result(SdkInterfaceMethod method) {
        Class<?> type = method.reflected().getReturnType();
        Class<?> later = outputComingLater(method.reflected());
        if (later != null) {
            Accessors accessors = factory.of(later, Set.of());
            return accessors.components().size() == 1
                    ? new Result(accessors, 0, type, false, true)
                    : new Result(type, false);
        }
        if (!method.hasInput() || !isOutput(type)) {
            return new Result(type == void.class ? type : Boxing.boxed(type), type == Object.class);
        }
        Accessors accessors = factory.of(type, Set.of());
        if (accessors.components().isEmpty()) {
            boolean empty = type.getDeclaredFields().length == 0;
            return new Result(empty ? accessors : null, -1, empty ? void.class : type, false);
        }
        int component = accessors.components().size() == 1 ? 0 : accessors.indexOf("result");
        if (component < 0) {
            return new Result(type, false);
        }
        Class<?> value = Boxing.boxed(accessors.components().get(component).type());
        return new Result(accessors, component, value, value == Object.class);
    }

    private static boolean isOutput(Class<?> type) {
        return !type.isInterface() && type.getEnclosingClass() != null;
    }

    /** The output in a {@code CompletableFuture}, or {@code null} if the method returns none of the kind. */
    private static Class<?> outputComingLater(Method method) {
        return method.getReturnType() == CompletableFuture.class
                        && method.getGenericReturnType() instanceof ParameterizedType future
                        && future.getActualTypeArguments()[0] instanceof ParameterizedType output
                        && output.getRawType() instanceof Class<?> type
                        && isOutput(type)
                ? type
                : null;
    }
}
