package dev.heddle.agent.assemble.temporal;

import java.lang.invoke.MethodType;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Values on the way between the SDK's types and {@code Object}. */
final class Boxing {
    private Boxing() {}

    static Class<?> boxed(Class<?> type) {
        return type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type;
    }

    /** Turns the value on the stack into an object. */
    static void box(MethodVisitor code, Class<?> type) {
        if (type.isPrimitive()) {
            Type box = Type.getType(boxed(type));
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    box.getInternalName(),
                    "valueOf",
                    Type.getMethodDescriptor(box, Type.getType(type)),
                    false);
        }
    }

    /** Turns the object on the stack into a value of a type. */
    static void unbox(MethodVisitor code, Class<?> type) {
        if (type != Object.class) {
            code.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(boxed(type)));
        }
        if (type.isPrimitive()) {
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    Type.getInternalName(boxed(type)),
                    type.getName() + "Value",
                    Type.getMethodDescriptor(Type.getType(type)),
                    false);
        }
    }
}
