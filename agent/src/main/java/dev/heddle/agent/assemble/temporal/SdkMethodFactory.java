package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.call.Chain;
import dev.heddle.agent.call.temporal.Arguments;
import dev.heddle.agent.call.temporal.CompletionShape;
import dev.heddle.agent.call.temporal.Property;
import dev.heddle.agent.call.temporal.Result;
import dev.heddle.agent.call.temporal.SdkMethod;
import dev.heddle.agent.call.temporal.Shape;
import dev.heddle.agent.call.temporal.Surface;
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
    private final ShapeFactory shapes;
    private final Getters getters;

    SdkMethodFactory(Chains chains, ShapeFactory shapes, Getters getters) {
        this.chains = chains;
        this.shapes = shapes;
        this.getters = getters;
    }

    /** The method, or {@code null} if nobody wants it. */
    SdkMethod of(SurfaceMethod method) {
        if (method.role() != SurfaceMethod.Role.OPERATION) {
            return null;
        }
        String name = method.reflected().getName();
        Operation operation = new Operation(method.surface().category(), name, carriesHeaders(method));
        Chain chain = chains.of(operation);
        boolean restricts = method.surface() == Surface.WORKFLOW_INBOUND && RESTRICTING.contains(name);
        if (chain == null && restricts) {
            chain = new Chain(operation, List.of());
        }
        if (chain == null) {
            return null;
        }
        Shape input = input(method);
        return new SdkMethod(method.index(), name, restricts, chain, input, arguments(method, input), result(method));
    }

    private boolean carriesHeaders(SurfaceMethod method) {
        return method.hasInput()
                && (getters.path(method.input(), Property.HEADER) != null
                        || getters.path(method.input(), Property.STRING_HEADERS) != null);
    }

    private Shape input(SurfaceMethod method) {
        if (method.hasInput()) {
            return shapes.of(method.input(), method.surface().strangers());
        }
        return method.surface() == Surface.ACTIVITY_COMPLETION_CLIENT ? new CompletionShape() : null;
    }

    private Arguments arguments(SurfaceMethod method, Shape input) {
        if (!method.hasInput()) {
            Class<?>[] types = method.reflected().getParameterTypes();
            return types.length == 1 ? new Arguments.Parameter(types[0]) : new Arguments.Parameters(List.of(types));
        }
        int update = input.indexOf("workflowUpdateInput");
        if (update >= 0) {
            Shape updateInput = shapes.of(
                    input.components().get(update).type(), method.surface().strangers());
            return new Arguments.Nested(update, updateInput, updateInput.indexOf(ARGUMENTS));
        }
        int component = input.indexOf(ARGUMENTS);
        return component < 0 ? new Arguments.Components() : new Arguments.Component(component);
    }

    private Result result(SurfaceMethod method) {
        Class<?> type = method.reflected().getReturnType();
        Class<?> later = outputComingLater(method.reflected());
        if (later != null) {
            Shape shape = shapes.of(later, Set.of());
            return shape.components().size() == 1 ? new Result(shape, 0, type, false, true) : new Result(type, false);
        }
        if (!method.hasInput() || !isOutput(type)) {
            return new Result(type == void.class ? type : Boxing.boxed(type), type == Object.class);
        }
        Shape shape = shapes.of(type, Set.of());
        if (shape.components().isEmpty()) {
            boolean empty = type.getDeclaredFields().length == 0;
            return new Result(empty ? shape : null, -1, empty ? void.class : type, false);
        }
        int component = shape.components().size() == 1 ? 0 : shape.indexOf("result");
        if (component < 0) {
            return new Result(type, false);
        }
        Class<?> value = Boxing.boxed(shape.components().get(component).type());
        return new Result(shape, component, value, value == Object.class);
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
