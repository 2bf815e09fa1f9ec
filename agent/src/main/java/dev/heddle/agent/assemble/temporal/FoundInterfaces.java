package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.temporal.SdkInterface;
import dev.heddle.agent.call.temporal.SdkMethod;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The interfaces of one application's SDK, as far as they have been looked for, and which of their methods somebody wants.
 * Used under the lock of its {@link AdapterFactory}.
 */
final class FoundInterfaces {
    private final ClassLoader sdk;
    private final AccessorsFactory accessors;
    private final SdkMethodFactory methods;
    private final Map<SdkInterface, Found> found = new EnumMap<>(SdkInterface.class);

    FoundInterfaces(ClassLoader sdk, AccessorsFactory accessors, SdkMethodFactory methods) {
        this.sdk = sdk;
        this.accessors = accessors;
        this.methods = methods;
    }

    /**
     * An interface of this SDK.
     *
     * @param wanted by the methods' indices, {@code null} where nobody wants the operation; its elements change
     */
    record Found(Class<?> type, List<SdkInterfaceMethod> methods, SdkMethod[] wanted) {
        /** Whether somebody wants one of its methods. */
        boolean wantsAny() {
            for (SdkMethod method : wanted) {
                if (method != null && !method.chain().isEmpty()) {
                    return true;
                }
            }
            return false;
        }

        private void addGuards(int index, Set<String> guards) {
            for (int i = 0; wanted[index] != null && i < wanted[index].chain().size(); i++) {
                ExtensionHealth extension = wanted[index].chain().link(i).health();
                if (extension.isIndispensable()) {
                    guards.add(extension.name());
                }
            }
        }
    }

    /** The interface's class in this SDK, or {@code null}. */
    Class<?> typeOf(SdkInterface sdkInterface) {
        return sdkInterface.in(sdk);
    }

    /** Finds an interface and those reached through it; {@code null} if the SDK has none of it. */
    Found find(SdkInterface sdkInterface) {
        Found known = found.get(sdkInterface);
        if (known != null) {
            return known;
        }
        Class<?> type = typeOf(sdkInterface);
        if (type == null) {
            return null;
        }
        List<SdkInterfaceMethod> interfaceMethods = SdkInterfaceMethod.of(sdkInterface, type);
        Found now = new Found(type, interfaceMethods, wanted(interfaceMethods));
        found.put(sdkInterface, now);
        for (SdkInterfaceMethod method : interfaceMethods) {
            for (SdkInterface reached : method.reached()) {
                find(reached);
            }
        }
        return now;
    }

    private SdkMethod[] wanted(List<SdkInterfaceMethod> interfaceMethods) {
        SdkMethod[] wanted = new SdkMethod[interfaceMethods.size()];
        for (SdkInterfaceMethod method : interfaceMethods) {
            wanted[method.index()] = methods.of(method);
        }
        return wanted;
    }

    /** Has the methods that have been found take the chains that there are now. */
    void change() {
        Map<SdkMethod[], SdkMethod[]> changes = new IdentityHashMap<>();
        for (Found each : found.values()) {
            changes.put(each.wanted(), wanted(each.methods()));
        }
        accessors.bind();
        // Each element is immutable, and a call reads one once.
        changes.forEach((now, next) -> System.arraycopy(next, 0, now, 0, next.length));
    }

    /** The guards among those who want a call that can be reached from an interface, by their names. */
    Set<String> guards(SdkInterface sdkInterface) {
        Set<String> guards = new TreeSet<>();
        addGuards(sdkInterface, EnumSet.noneOf(SdkInterface.class), guards);
        return guards;
    }

    private void addGuards(SdkInterface sdkInterface, Set<SdkInterface> visited, Set<String> guards) {
        Found of = find(sdkInterface);
        if (of == null || !visited.add(sdkInterface)) {
            return;
        }
        for (SdkInterfaceMethod method : of.methods()) {
            of.addGuards(method.index(), guards);
            for (SdkInterface reached : method.reached()) {
                addGuards(reached, visited, guards);
            }
        }
    }
}
