package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.temporal.Adapter;
import dev.heddle.agent.call.temporal.Adapters;
import dev.heddle.agent.call.temporal.Caller;
import dev.heddle.agent.call.temporal.SdkMethod;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes the {@link Adapter} of one interface, from that as the application's SDK version has it:
 *
 * <pre>{@code
 * ActivityOutput executeActivity(ActivityInput input) {
 *     SdkMethod method = methods[3];
 *     if (method != null) {
 *         return (ActivityOutput) call(method, input);
 *     }
 *     try {
 *         return next.executeActivity(input);
 *     } catch (Throwable thrown) {
 *         throw cleaned(thrown);
 *     }
 * }
 *
 * Object invoke(int method, Object source) {
 *     switch (method) {
 *         case 3: return arrive3(source);
 *         ...
 * }
 *
 * Object arrive3(Object source) {
 *     return next.executeActivity((ActivityInput) source);
 * }
 * }</pre>
 */
final class AdapterWriter {
    private static final String OBJECT = "java/lang/Object";
    private static final String BASE_CONSTRUCTOR = Type.getMethodDescriptor(
            Type.VOID_TYPE, Type.getType(Adapters.class), Type.getType(Caller.class), Type.getType(SdkMethod[].class));
    private static final String ARRIVAL = "(Ljava/lang/Object;)Ljava/lang/Object;";
    private static final String CONSTRUCTOR = BASE_CONSTRUCTOR.replace(")V", "Ljava/lang/Object;)V");

    private final String name;
    private final Class<?> sdkInterface;
    private final List<SdkInterfaceMethod> methods;
    private final ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    AdapterWriter(String name, Class<?> sdkInterface, List<SdkInterfaceMethod> methods) {
        this.name = name.replace('.', '/');
        this.sdkInterface = sdkInterface;
        this.methods = methods;
    }

    byte[] write() {
        String type = Type.getDescriptor(sdkInterface);
        String[] interfaces = {Type.getInternalName(sdkInterface)};
        out.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, name, null, AdapterCode.ADAPTER, interfaces);
        out.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "next", type, null, null);
        writeConstructor(type);
        writeInFrontOf();
        for (SdkInterfaceMethod method : methods) {
            new AdapterMethodWriter(method).writeEntry(begin(method.reflected().getName(), method.descriptor()));
        }
        writeInvoke();
        for (SdkInterfaceMethod method : methods) {
            if (isOperation(method)) {
                new AdapterMethodWriter(method).writeArrival(begin(arrival(method), ARRIVAL));
            }
        }
        out.visitEnd();
        return out.toByteArray();
    }

    private AdapterCode begin(String method, String descriptor) {
        return new AdapterCode(out, name, sdkInterface, method, descriptor);
    }

    private void writeConstructor(String typeOfNext) {
        AdapterCode code = begin("<init>", CONSTRUCTOR);
        for (int i = 0; i <= 3; i++) {
            code.visitVarInsn(Opcodes.ALOAD, i);
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, AdapterCode.ADAPTER, "<init>", BASE_CONSTRUCTOR, false);
        code.loadThis();
        code.visitVarInsn(Opcodes.ALOAD, 4);
        code.cast(sdkInterface);
        code.visitFieldInsn(Opcodes.PUTFIELD, name, "next", typeOfNext);
        code.visitInsn(Opcodes.RETURN);
        code.end();
    }

    private void writeInFrontOf() {
        Type[] parameters = {Type.getType(Object.class), Type.getType(Caller.class)};
        AdapterCode code = begin("inFrontOf", Type.getMethodDescriptor(Type.getType(Adapter.class), parameters));
        code.visitTypeInsn(Opcodes.NEW, name);
        code.visitInsn(Opcodes.DUP);
        code.loadThis();
        code.invokeOwn("adapters", Adapters.class);
        code.visitVarInsn(Opcodes.ALOAD, 2);
        code.loadMethods();
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", CONSTRUCTOR, false);
        code.visitInsn(Opcodes.ARETURN);
        code.end();
    }

    /**
     * Where a chain ends, each method has one of its own, or the switch over a large interface would be more than the JVM
     * puts into its callers. What they are called on and with is loaded before the switch, once, for the same reason.
     */
    private void writeInvoke() {
        AdapterCode code = begin("invoke", "(I" + ARRIVAL.substring(1));
        Label none = new Label();
        Label[] cases = new Label[methods.size()];
        for (SdkInterfaceMethod method : methods) {
            cases[method.index()] = isOperation(method) ? new Label() : none;
        }
        code.loadThis();
        code.visitVarInsn(Opcodes.ALOAD, 2);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitTableSwitchInsn(0, cases.length - 1, none, cases);
        for (SdkInterfaceMethod method : methods) {
            if (isOperation(method)) {
                beginCase(code, cases[method.index()]);
                code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, name, arrival(method), ARRIVAL, false);
                code.visitInsn(Opcodes.ARETURN);
            }
        }
        // Nobody calls this with the index of a method that has no chain.
        beginCase(code, none);
        code.visitInsn(Opcodes.ARETURN);
        code.end();
    }

    private void beginCase(AdapterCode code, Label label) {
        Object[] locals = {name, Opcodes.INTEGER, OBJECT};
        Object[] stack = {name, OBJECT};
        code.visitLabel(label);
        code.visitFrame(Opcodes.F_FULL, locals.length, locals, stack.length, stack);
    }

    private static boolean isOperation(SdkInterfaceMethod method) {
        return method.role() == SdkInterfaceMethod.Role.OPERATION;
    }

    private static String arrival(SdkInterfaceMethod method) {
        return "arrive" + method.index();
    }
}
