package dev.heddle.agent.weave;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** {@code options.get(option)} becomes {@code (T) Hook.extend(point, woven, null, options.get(option))}. */
final class AnswerVisitor extends HookVisitor {
    AnswerVisitor(WeavePoint point, ClassVisitor next) {
        super(point, next);
    }

    @Override
    MethodVisitor weave(MethodVisitor next, int access, String name, String descriptor) {
        return new AfterCall(next);
    }

    private final class AfterCall extends HookCall {
        AfterCall(MethodVisitor next) {
            super(next, ARGUMENTS);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
            if (name.equals(point().member()) && !descriptor.startsWith("()") && returnsObject(descriptor)) {
                find();
                nameBelow(mv);
                mv.visitInsn(Opcodes.ACONST_NULL);
                mv.visitInsn(Opcodes.SWAP);
                callHook(mv, Type.getReturnType(descriptor));
            }
        }
    }
}
