package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.temporal.Adapter;
import dev.heddle.agent.call.temporal.SdkInterface;
import dev.heddle.agent.call.temporal.SdkMethod;
import java.lang.invoke.MethodType;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The code of one method of a generated {@link Adapter}, in the words that all of them share. */
final class AdapterCode extends MethodVisitor {
    static final String ADAPTER = Type.getInternalName(Adapter.class);

    private final String name;
    private final Class<?> sdkInterface;

    /** Begins a method of the adapter of that internal name. */
    AdapterCode(ClassWriter out, String name, Class<?> sdkInterface, String method, String descriptor) {
        super(Opcodes.ASM9, out.visitMethod(Opcodes.ACC_PUBLIC, method, descriptor, null, null));
        this.name = name;
        this.sdkInterface = sdkInterface;
        visitCode();
    }

    void end() {
        visitMaxs(0, 0);
        visitEnd();
    }

    void loadThis() {
        visitVarInsn(Opcodes.ALOAD, 0);
    }

    void loadMethods() {
        loadThis();
        visitFieldInsn(Opcodes.GETFIELD, ADAPTER, "methods", Type.getDescriptor(SdkMethod[].class));
    }

    /** The object of the SDK that the adapter stands in front of. */
    void loadNext() {
        loadThis();
        visitFieldInsn(Opcodes.GETFIELD, name, "next", Type.getDescriptor(sdkInterface));
    }

    void loadParameter(SdkInterfaceMethod method, int parameter) {
        Class<?> type = method.reflected().getParameterTypes()[parameter];
        visitVarInsn(Type.getType(type).getOpcode(Opcodes.ILOAD), method.slot(parameter));
    }

    void invokeNext(SdkInterfaceMethod method) {
        visitMethodInsn(
                Opcodes.INVOKEINTERFACE,
                Type.getInternalName(sdkInterface),
                method.reflected().getName(),
                method.descriptor(),
                true);
    }

    /** Calls a method of {@link Adapter} itself. */
    void invokeOwn(String method, Class<?> returned, Class<?>... parameters) {
        visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                ADAPTER,
                method,
                MethodType.methodType(returned, parameters).toMethodDescriptorString(),
                false);
    }

    /** Turns {@code this, value} on the stack into the value with an adapter in front. */
    void wrap(SdkInterface handedOut, Class<?> type) {
        pushInterface(handedOut);
        invokeOwn("wrap", Object.class, Object.class, SdkInterface.class);
        cast(type);
    }

    void pushInterface(SdkInterface constant) {
        String type = Type.getInternalName(SdkInterface.class);
        visitFieldInsn(Opcodes.GETSTATIC, type, constant.name(), Type.getDescriptor(SdkInterface.class));
    }

    /** Marks the function on the stack if the workflow must not change in it. */
    void markReadOnly(SdkInterfaceMethod method, Class<?> type) {
        if (method.takesReadOnly(type)) {
            loadThis();
            visitInsn(Opcodes.SWAP);
            invokeOwn("readOnly", Object.class, Object.class);
            cast(type);
        }
    }

    void cast(Class<?> type) {
        visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
    }
}
