package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.temporal.Adapter;
import dev.heddle.agent.call.temporal.Adapters;
import dev.heddle.agent.call.temporal.Caller;
import dev.heddle.agent.call.temporal.SdkInterface;
import dev.heddle.agent.call.temporal.SdkMethod;
import java.lang.invoke.MethodType;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes the {@link Adapter} of one sdkInterface, from the interface as the application's SDK version has it:
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
    private static final String ADAPTER = Type.getInternalName(Adapter.class);
    private static final String SDK_METHOD = Type.getInternalName(SdkMethod.class);
    private static final String OBJECT = "java/lang/Object";
    private static final String BASE_CONSTRUCTOR = Type.getMethodDescriptor(
            Type.VOID_TYPE, Type.getType(Adapters.class), Type.getType(Caller.class), Type.getType(SdkMethod[].class));
    private static final String ARRIVAL = "(Ljava/lang/Object;)Ljava/lang/Object;";
    private static final String CONSTRUCTOR = BASE_CONSTRUCTOR.replace(")V", "Ljava/lang/Object;)V");

    private final String name;
    private final Class<?> sdkInterface;
    private final String interfaceName;
    private final List<SdkInterfaceMethod> methods;
    private final ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    AdapterWriter(String name, Class<?> sdkInterface, List<SdkInterfaceMethod> methods) {
        this.name = name.replace('.', '/');
        this.sdkInterface = sdkInterface;
        this.interfaceName = Type.getInternalName(sdkInterface);
        this.methods = methods;
    }

    byte[] write() {
        out.visit(
                Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, name, null, ADAPTER, new String[] {interfaceName});
        out.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "next", Type.getDescriptor(sdkInterface), null, null);
        writeConstructor();
        writeInFrontOf();
        for (SdkInterfaceMethod method : methods) {
            writeMethod(method);
        }
        writeInvoke();
        out.visitEnd();
        return out.toByteArray();
    }

    private void writeConstructor() {
        MethodVisitor code = begin("<init>", CONSTRUCTOR);
        for (int i = 0; i <= 3; i++) {
            code.visitVarInsn(Opcodes.ALOAD, i);
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, ADAPTER, "<init>", BASE_CONSTRUCTOR, false);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 4);
        code.visitTypeInsn(Opcodes.CHECKCAST, interfaceName);
        code.visitFieldInsn(Opcodes.PUTFIELD, name, "next", Type.getDescriptor(sdkInterface));
        code.visitInsn(Opcodes.RETURN);
        end(code);
    }

    private void writeInFrontOf() {
        MethodVisitor code = begin(
                "inFrontOf",
                Type.getMethodDescriptor(
                        Type.getType(Adapter.class), Type.getType(Object.class), Type.getType(Caller.class)));
        code.visitTypeInsn(Opcodes.NEW, name);
        code.visitInsn(Opcodes.DUP);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                ADAPTER,
                "adapters",
                Type.getMethodDescriptor(Type.getType(Adapters.class)),
                false);
        code.visitVarInsn(Opcodes.ALOAD, 2);
        loadMethods(code);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", CONSTRUCTOR, false);
        code.visitInsn(Opcodes.ARETURN);
        end(code);
    }

    private void writeMethod(SdkInterfaceMethod method) {
        MethodVisitor code = begin(method.reflected().getName(), method.descriptor());
        switch (method.role()) {
            case FACTORY -> {
                writeFactory(code, method);
                endWithResult(code, method);
            }
            case STRAIGHT -> writeCleaned(code, method);
            case OPERATION -> writeOperation(code, method);
        }
        end(code);
    }

    private static void endWithResult(MethodVisitor code, SdkInterfaceMethod method) {
        code.visitInsn(Type.getReturnType(method.descriptor()).getOpcode(Opcodes.IRETURN));
    }

    /** Hands out the last parameter, the next; with an adapter in front if that is a sdkInterface, told of the first. */
    private void writeFactory(MethodVisitor code, SdkInterfaceMethod method) {
        int slot = method.slot(method.reflected().getParameterCount() - 1);
        SdkInterface handedOut = SdkInterface.of(method.reflected().getReturnType());
        if (handedOut == null) {
            code.visitVarInsn(Opcodes.ALOAD, slot);
        } else {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(Opcodes.ALOAD, slot);
            pushInterface(code, handedOut);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            wrap(code, method.reflected().getReturnType(), SdkInterface.class, Object.class);
        }
    }

    private void writeStraight(MethodVisitor code, SdkInterfaceMethod method) {
        Class<?> returned = method.reflected().getReturnType();
        SdkInterface handedOut = SdkInterface.of(returned);
        if (handedOut != null) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
        }
        loadNext(code);
        Class<?>[] types = method.reflected().getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            SdkInterface takenIn = SdkInterface.of(types[i]);
            if (takenIn != null) {
                code.visitVarInsn(Opcodes.ALOAD, 0);
            }
            code.visitVarInsn(Type.getType(types[i]).getOpcode(Opcodes.ILOAD), method.slot(i));
            if (takenIn != null) {
                wrap(code, takenIn, types[i]);
            }
            readOnly(code, method, types[i]);
        }
        invokeNext(code, method);
        if (handedOut != null) {
            wrap(code, handedOut, returned);
        }
    }

    private void writeOperation(MethodVisitor code, SdkInterfaceMethod method) {
        int local = method.slot(method.reflected().getParameterCount());
        Label straight = new Label();
        loadMethods(code);
        code.visitIntInsn(Opcodes.BIPUSH, method.index());
        code.visitInsn(Opcodes.AALOAD);
        code.visitVarInsn(Opcodes.ASTORE, local);
        code.visitVarInsn(Opcodes.ALOAD, local);
        code.visitJumpInsn(Opcodes.IFNULL, straight);
        writeCall(code, method, local);
        endWithResult(code, method);
        code.visitLabel(straight);
        code.visitFrame(Opcodes.F_APPEND, 1, new Object[] {SDK_METHOD}, 0, null);
        writeCleaned(code, method);
    }

    /** Goes straight on; what is thrown leaves without the adapter's own frame. */
    private void writeCleaned(MethodVisitor code, SdkInterfaceMethod method) {
        Label begin = new Label();
        Label end = new Label();
        Label handler = new Label();
        code.visitTryCatchBlock(begin, end, handler, "java/lang/Throwable");
        code.visitLabel(begin);
        writeStraight(code, method);
        code.visitLabel(end);
        endWithResult(code, method);
        code.visitLabel(handler);
        code.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {"java/lang/Throwable"});
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC, ADAPTER, "cleaned", "(Ljava/lang/Throwable;)Ljava/lang/Throwable;", false);
        code.visitInsn(Opcodes.ATHROW);
    }

    private void writeCall(MethodVisitor code, SdkInterfaceMethod method, int local) {
        Class<?> returned = method.reflected().getReturnType();
        SdkInterface handedOut = SdkInterface.of(returned);
        if (handedOut != null) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
        }
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, local);
        loadSource(code, method);
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                ADAPTER,
                "call",
                "(L" + SDK_METHOD + ";Ljava/lang/Object;)Ljava/lang/Object;",
                false);
        if (returned == void.class) {
            code.visitInsn(Opcodes.POP);
        } else if (handedOut == null) {
            Boxing.unbox(code, returned);
        } else {
            wrap(code, handedOut, returned);
        }
    }

    /** The one parameter, which is often the SDK's input, or several in an array. */
    private static void loadSource(MethodVisitor code, SdkInterfaceMethod method) {
        Class<?>[] types = method.reflected().getParameterTypes();
        if (types.length == 0) {
            code.visitFieldInsn(Opcodes.GETSTATIC, ADAPTER, "NO_PARAMETERS", "[Ljava/lang/Object;");
        } else if (types.length == 1) {
            loadBoxed(code, method, types[0], 0);
        } else {
            code.visitIntInsn(Opcodes.BIPUSH, types.length);
            code.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT);
            for (int i = 0; i < types.length; i++) {
                code.visitInsn(Opcodes.DUP);
                code.visitIntInsn(Opcodes.BIPUSH, i);
                loadBoxed(code, method, types[i], i);
                code.visitInsn(Opcodes.AASTORE);
            }
        }
    }

    private static void loadBoxed(MethodVisitor code, SdkInterfaceMethod method, Class<?> type, int parameter) {
        code.visitVarInsn(Type.getType(type).getOpcode(Opcodes.ILOAD), method.slot(parameter));
        Boxing.box(code, type);
    }

    /**
     * Where a chain ends: goes on with the one parameter, or with several out of their array. Each method has one of
     * its own for that, or the switch over a large interface would be more than the JVM puts into its callers.
     */
    private void writeInvoke() {
        MethodVisitor code = begin("invoke", "(I" + ARRIVAL.substring(1));
        Label none = new Label();
        Label[] cases = new Label[methods.size()];
        for (SdkInterfaceMethod method : methods) {
            cases[method.index()] = method.role() == SdkInterfaceMethod.Role.OPERATION ? new Label() : none;
        }
        // Both before the switch, once, for the same reason.
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 2);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitTableSwitchInsn(0, cases.length - 1, none, cases);
        Object[] locals = {name, Opcodes.INTEGER, OBJECT};
        Object[] stack = {name, OBJECT};
        for (SdkInterfaceMethod method : methods) {
            if (method.role() == SdkInterfaceMethod.Role.OPERATION) {
                code.visitLabel(cases[method.index()]);
                code.visitFrame(Opcodes.F_FULL, 3, locals, 2, stack);
                code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, name, arrival(method), ARRIVAL, false);
                code.visitInsn(Opcodes.ARETURN);
            }
        }
        // Nobody calls this with the index of a method that has no chain.
        code.visitLabel(none);
        code.visitFrame(Opcodes.F_FULL, 3, locals, 2, stack);
        code.visitInsn(Opcodes.ARETURN);
        end(code);
        for (SdkInterfaceMethod method : methods) {
            if (method.role() == SdkInterfaceMethod.Role.OPERATION) {
                writeArrival(method);
            }
        }
    }

    private static String arrival(SdkInterfaceMethod method) {
        return "arrive" + method.index();
    }

    private void writeArrival(SdkInterfaceMethod method) {
        MethodVisitor code = begin(arrival(method), ARRIVAL);
        Class<?>[] types = method.reflected().getParameterTypes();
        loadNext(code);
        for (int i = 0; i < types.length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 1);
            if (types.length > 1) {
                code.visitTypeInsn(Opcodes.CHECKCAST, "[Ljava/lang/Object;");
                code.visitIntInsn(Opcodes.BIPUSH, i);
                code.visitInsn(Opcodes.AALOAD);
            }
            Boxing.unbox(code, types[i]);
            readOnly(code, method, types[i]);
        }
        invokeNext(code, method);
        if (method.reflected().getReturnType() == void.class) {
            code.visitInsn(Opcodes.ACONST_NULL);
        } else {
            Boxing.box(code, method.reflected().getReturnType());
        }
        code.visitInsn(Opcodes.ARETURN);
        end(code);
    }

    private void loadMethods(MethodVisitor code) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, ADAPTER, "methods", Type.getDescriptor(SdkMethod[].class));
    }

    private void loadNext(MethodVisitor code) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, name, "next", Type.getDescriptor(sdkInterface));
    }

    private void invokeNext(MethodVisitor code, SdkInterfaceMethod method) {
        code.visitMethodInsn(
                Opcodes.INVOKEINTERFACE, interfaceName, method.reflected().getName(), method.descriptor(), true);
    }

    /** Turns {@code this, value} on the stack into the value with an adapter in front. */
    private static void wrap(MethodVisitor code, SdkInterface sdkInterface, Class<?> type) {
        pushInterface(code, sdkInterface);
        wrap(code, type, SdkInterface.class);
    }

    private static void wrap(MethodVisitor code, Class<?> type, Class<?>... parameters) {
        MethodType descriptor = MethodType.methodType(Object.class, Object.class, parameters);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, ADAPTER, "wrap", descriptor.toMethodDescriptorString(), false);
        code.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
    }

    private static void pushInterface(MethodVisitor code, SdkInterface sdkInterface) {
        code.visitFieldInsn(
                Opcodes.GETSTATIC,
                Type.getInternalName(SdkInterface.class),
                sdkInterface.name(),
                Type.getDescriptor(SdkInterface.class));
    }

    /** Marks the function on the stack if the workflow must not change in it. */
    private static void readOnly(MethodVisitor code, SdkInterfaceMethod method, Class<?> type) {
        if (method.takesReadOnly(type)) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitInsn(Opcodes.SWAP);
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, ADAPTER, "readOnly", "(Ljava/lang/Object;)Ljava/lang/Object;", false);
            code.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
        }
    }

    private MethodVisitor begin(String method, String descriptor) {
        MethodVisitor code = out.visitMethod(Opcodes.ACC_PUBLIC, method, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private static void end(MethodVisitor code) {
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
