package dev.heddle.agent.weave;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** {@code return value} becomes {@code return (T) Hook.extend(point, woven, this, value)}. */
final class ResultVisitor extends HookVisitor {
    ResultVisitor(WeavePoint point, ClassVisitor next) {
        super(point, next);
    }

    @Override
    MethodVisitor weave(MethodVisitor next, int access, String name, String descriptor) {
        if (!isPoint(access, name, descriptor)) {
            return next;
        }
        find();
        return new BeforeReturn(next, access, Type.getReturnType(descriptor));
    }

    private final class BeforeReturn extends HookCall {
        private final int access;
        private final Type result;

        BeforeReturn(MethodVisitor next, int access, Type result) {
            super(next, ARGUMENTS);
            this.access = access;
            this.result = result;
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.ARETURN) {
                nameBelow(mv);
                owner(mv, access);
                mv.visitInsn(Opcodes.SWAP);
                callHook(mv, result);
            }
            super.visitInsn(opcode);
        }
    }
}
