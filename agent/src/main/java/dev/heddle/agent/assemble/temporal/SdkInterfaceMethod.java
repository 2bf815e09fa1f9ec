package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.temporal.Property;
import dev.heddle.agent.call.temporal.SdkInterface;
import dev.heddle.api.Operation;
import io.temporal.workflow.Functions;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import net.bytebuddy.jar.asm.Type;

/**
 * A method of a sdkInterface and what the adapter makes of it.
 *
 * @param index among the sdkInterface's methods
 * @param descriptor of the method
 */
record SdkInterfaceMethod(SdkInterface sdkInterface, int index, Method reflected, String descriptor, Role role) {
    private static final String INPUTS = "io.temporal.common.interceptors.";

    /** Threads are the SDK's own business, and the random values come to us elsewhere: see {@code WeavePoint}. */
    private static final Set<String> NO_OPERATIONS = Set.of(
            "newWorkflowMethodThread",
            "newCallbackThread",
            "newChildThread",
            "newThread",
            "randomUUID",
            "newRandom",
            "withContext");

    /** What the adapter does. */
    enum Role {
        /** Hands out the last parameter. */
        FACTORY,
        /** Goes on. */
        STRAIGHT,
        /** Enters the chain if there is one. */
        OPERATION
    }

    /** The methods of a sdkInterface. */
    static List<SdkInterfaceMethod> of(SdkInterface sdkInterface, Class<?> type) {
        List<SdkInterfaceMethod> methods = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) {
                methods.add(new SdkInterfaceMethod(
                        sdkInterface,
                        methods.size(),
                        method,
                        Type.getMethodDescriptor(method),
                        role(sdkInterface, method)));
            }
        }
        return methods;
    }

    private static Role role(SdkInterface sdkInterface, Method method) {
        if (sdkInterface.category() == null) {
            return Role.FACTORY;
        }
        boolean init = method.getName().equals("init") && method.getParameterCount() == 1;
        return init || NO_OPERATIONS.contains(method.getName()) ? Role.STRAIGHT : Role.OPERATION;
    }

    /** Whether it takes one input object, rather than parameters. */
    boolean hasInput() {
        if (reflected.getParameterCount() != 1) {
            return false;
        }
        Class<?> type = reflected.getParameterTypes()[0];
        return type.getName().startsWith(INPUTS) && !type.isInterface();
    }

    /** What it is to those who intercept it. */
    Operation operation(Getters getters) {
        boolean carriesHeaders = hasInput()
                && (getters.path(input(), Property.HEADER) != null
                        || getters.path(input(), Property.STRING_HEADERS) != null);
        return Operation.of(sdkInterface.category(), reflected.getName(), carriesHeaders);
    }

    /** The class of the input object. */
    Class<?> input() {
        return reflected.getParameterTypes()[0];
    }

    /** Whether a parameter is a function in which the workflow must not change. */
    boolean takesReadOnly(Class<?> parameter) {
        return sdkInterface == SdkInterface.WORKFLOW_OUTBOUND
                && (parameter == Supplier.class || parameter == Functions.Func.class || parameter == BiPredicate.class);
    }

    /** The local variable of a parameter; of one past the last, the first that is free. */
    int slot(int parameter) {
        Class<?>[] types = reflected.getParameterTypes();
        int slot = 1;
        for (int i = 0; i < parameter; i++) {
            slot += types[i] == long.class || types[i] == double.class ? 2 : 1;
        }
        return slot;
    }

    /** The interfaces that are reached through it. */
    List<SdkInterface> reached() {
        List<SdkInterface> interfaces = new ArrayList<>();
        for (Class<?> type : reflected.getParameterTypes()) {
            addOther(SdkInterface.of(type), interfaces);
        }
        addOther(SdkInterface.of(reflected.getReturnType()), interfaces);
        return interfaces;
    }

    private void addOther(SdkInterface reached, List<SdkInterface> interfaces) {
        if (reached != null && reached != sdkInterface) {
            interfaces.add(reached);
        }
    }
}
