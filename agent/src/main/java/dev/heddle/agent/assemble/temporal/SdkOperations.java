package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.temporal.SdkInterface;
import dev.heddle.api.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Reads off the interfaces of an SDK which operations it has, and initialises none of its classes. */
public final class SdkOperations implements Supplier<List<Operation>> {
    private final ClassLoader sdk;

    /** Called where nothing is to be made of the SDK. */
    public SdkOperations(ClassLoader sdk) {
        this.sdk = sdk;
    }

    @Override
    public List<Operation> get() {
        Getters getters = new Getters(sdk);
        Set<Operation> operations = new LinkedHashSet<>();
        for (SdkInterface each : SdkInterface.values()) {
            Class<?> type = each.in(sdk);
            if (type != null) {
                for (SdkInterfaceMethod method : SdkInterfaceMethod.of(each, type)) {
                    if (method.role() == SdkInterfaceMethod.Role.OPERATION) {
                        operations.add(method.operation(getters));
                    }
                }
            }
        }
        operations.addAll(WorkflowValues.operations(sdk, getters));
        return List.copyOf(operations);
    }
}
