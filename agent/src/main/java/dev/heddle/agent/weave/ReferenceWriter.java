package dev.heddle.agent.weave;

import java.lang.invoke.MethodType;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Writes a class with one method, that of an interface, which calls a method handle. */
final class ReferenceWriter {
    private static final String HANDLE = "java/lang/invoke/MethodHandle";

    private final String className;
    private final String method;
    private final MethodType called;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    ReferenceWriter(Class<?> host, String method, MethodType called) {
        this.className = Type.getInternalName(host) + "$Reference";
        this.method = method;
        this.called = called;
    }

    byte[] write(List<Class<?>> interfaces, List<MethodType> bridges) {
        String[] names = new String[interfaces.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = Type.getInternalName(interfaces.get(i));
        }
        int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        writer.visit(Opcodes.V17, access, className, null, "java/lang/Object", names);
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "handle", 'L' + HANDLE + ';', null, null);
        writeConstructor();
        writeMethod(called);
        for (MethodType bridge : bridges) {
            writeMethod(bridge);
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void writeConstructor() {
        MethodVisitor code = writer.visitMethod(0, "<init>", "(L" + HANDLE + ";)V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitFieldInsn(Opcodes.PUTFIELD, className, "handle", 'L' + HANDLE + ';');
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** A bridge has other types than the handle, which then adapts itself. */
    private void writeMethod(MethodType type) {
        String descriptor = type.toMethodDescriptorString();
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, method, descriptor, null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, className, "handle", 'L' + HANDLE + ';');
        int variable = 1;
        for (Class<?> parameter : type.parameterList()) {
            Type loaded = Type.getType(parameter);
            code.visitVarInsn(loaded.getOpcode(Opcodes.ILOAD), variable);
            variable += loaded.getSize();
        }
        String call = type.equals(called) ? "invokeExact" : "invoke";
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, HANDLE, call, descriptor, false);
        code.visitInsn(Type.getType(type.returnType()).getOpcode(Opcodes.IRETURN));
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
