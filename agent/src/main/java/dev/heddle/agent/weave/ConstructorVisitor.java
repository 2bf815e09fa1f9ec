package dev.heddle.agent.weave;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** A constructor's {@code return} becomes {@code this.field = (T) Hook.extend(point, woven, this, this.field); return}. */
final class ConstructorVisitor extends HookVisitor {
    private String fieldDescriptor;

    ConstructorVisitor(WeavePoint point, ClassVisitor next) {
        super(point, next);
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        if (name.equals(point().member())) {
            fieldDescriptor = descriptor;
        }
        return super.visitField(access, name, descriptor, signature, value);
    }

    /** A class file has its fields before its methods. */
    @Override
    MethodVisitor weave(MethodVisitor next, int access, String name, String descriptor) {
        if (fieldDescriptor == null || !name.equals("<init>")) {
            return next;
        }
        find();
        return new AtEnd(next);
    }

    private final class AtEnd extends HookCall {
        AtEnd(MethodVisitor next) {
            super(next, ARGUMENTS + 2);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.RETURN) {
                mv.visitVarInsn(Opcodes.ALOAD, 0);
                mv.visitVarInsn(Opcodes.ALOAD, 0);
                nameBelow(mv);
                mv.visitVarInsn(Opcodes.ALOAD, 0);
                mv.visitFieldInsn(Opcodes.GETFIELD, point().className(), point().member(), fieldDescriptor);
                callHook(mv, Type.getType(fieldDescriptor));
                mv.visitFieldInsn(Opcodes.PUTFIELD, point().className(), point().member(), fieldDescriptor);
            }
            super.visitInsn(opcode);
        }
    }
}
