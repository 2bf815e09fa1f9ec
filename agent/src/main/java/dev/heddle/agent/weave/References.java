package dev.heddle.agent.weave;

import dev.heddle.agent.bootstrap.Hook;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes what stands for a method reference that is watched: an object of the same interface, which tells of the call each
 * time before it makes it. The JDK's own factory takes no such method in place of the referenced one.
 *
 * <p>Such an object cannot be serialized, as a reference can that somebody has declared so: Temporal, which asks references
 * what they are of, takes it for a lambda.
 */
public final class References {
    private final MethodHandles.Lookup caller;
    private final Class<?> type;
    private final MethodHandle constructor;
    /** Takes what the reference has captured, then what the interface's method is called with. */
    private final MethodHandle telling;

    private final MethodType called;
    private final MethodType described;

    private References(MethodHandles.Lookup caller, String name, MethodType factory, String site, Object[] own)
            throws ReflectiveOperationException {
        this.caller = caller;
        this.type = factory.returnType();
        this.called = (MethodType) own[0];
        this.telling = telling((MethodHandle) own[1], site);
        this.described = (MethodType) own[2];
        MethodHandles.Lookup made = caller.defineHiddenClass(
                new ReferenceWriter(caller.lookupClass(), name, called).write(interfaces(own), bridges(own)),
                true,
                MethodHandles.Lookup.ClassOption.NESTMATE);
        this.constructor =
                made.findConstructor(made.lookupClass(), MethodType.methodType(void.class, MethodHandle.class));
    }

    /**
     * Links a reference.
     *
     * @param name of the interface's method
     * @param factory what makes the object: from what is captured to the interface
     * @param site the place
     * @param own the further arguments, as {@link LambdaMetafactory} has them
     */
    public static CallSite link(MethodHandles.Lookup caller, String name, MethodType factory, String site, Object[] own)
            throws ReflectiveOperationException {
        References reference = new References(caller, name, factory, site, own);
        if (factory.parameterCount() == 0) {
            return new ConstantCallSite(MethodHandles.constant(factory.returnType(), reference.make()));
        }
        MethodHandle make = MethodHandles.lookup()
                .findVirtual(References.class, "make", MethodType.methodType(Object.class, Object[].class))
                .bindTo(reference);
        return new ConstantCallSite(
                make.asCollector(Object[].class, factory.parameterCount()).asType(factory));
    }

    /** Makes the object. */
    Object make(Object... captured) {
        MethodHandle bound = MethodHandles.insertArguments(telling, 0, captured);
        try {
            return type.cast(constructor.invoke(bound.asType(described).asType(called)));
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The referenced method, which tells first. */
    private MethodHandle telling(MethodHandle reference, String site) throws ReflectiveOperationException {
        int kind = caller.revealDirect(reference).getReferenceKind();
        MethodType parameters = reference.type().changeReturnType(void.class);
        boolean instance = kind != MethodHandleInfo.REF_invokeStatic && kind != MethodHandleInfo.REF_newInvokeSpecial;
        int last = parameters.parameterCount() - 1;
        int argument = instance && last != 1
                        || last < 0
                        || parameters.parameterType(last).isPrimitive()
                ? -1
                : last;
        MethodHandle tell = MethodHandles.insertArguments(
                MethodHandles.lookup()
                        .findStatic(
                                Hook.class,
                                "called",
                                MethodType.methodType(
                                        void.class, Object.class, Object.class, String.class, Class.class)),
                2,
                site,
                caller.lookupClass());
        tell = argument < 0 ? MethodHandles.insertArguments(tell, 1, (Object) null) : tell;
        tell = instance ? tell : MethodHandles.insertArguments(tell, 0, (Object) null);
        List<Integer> order = new ArrayList<>();
        if (instance) {
            order.add(0);
        }
        if (argument >= 0) {
            order.add(argument);
        }
        MethodType taken = MethodType.methodType(void.class);
        for (int each : order) {
            taken = taken.appendParameterTypes(parameters.parameterType(each));
        }
        int[] indices = order.stream().mapToInt(Integer::intValue).toArray();
        MethodHandle first = MethodHandles.permuteArguments(tell.asType(taken), parameters, indices);
        return MethodHandles.foldArguments(reference, first);
    }

    private List<Class<?>> interfaces(Object[] own) {
        List<Class<?>> interfaces = new ArrayList<>();
        interfaces.add(type);
        if (own.length > 3 && ((int) own[3] & LambdaMetafactory.FLAG_MARKERS) != 0) {
            for (int i = 0; i < (int) own[4]; i++) {
                interfaces.add((Class<?>) own[5 + i]);
            }
        }
        return interfaces;
    }

    /** Further signatures under which the method is called. */
    private static List<MethodType> bridges(Object[] own) {
        List<MethodType> bridges = new ArrayList<>();
        if (own.length > 3 && ((int) own[3] & LambdaMetafactory.FLAG_BRIDGES) != 0) {
            int at = 4 + (((int) own[3] & LambdaMetafactory.FLAG_MARKERS) == 0 ? 0 : 1 + (int) own[4]);
            for (int i = 0; i < (int) own[at]; i++) {
                bridges.add((MethodType) own[at + 1 + i]);
            }
        }
        return bridges;
    }
}
