package dev.heddle.agent.weave;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** A method begins with {@code first = (T) Hook.extend(point, woven, this, first)}. */
final class ArgumentVisitor extends HookVisitor {
    ArgumentVisitor(WeavePoint point, ClassVisitor next) {
        super(point, next);
    }

    @Override
    MethodVisitor weave(MethodVisitor next, int access, String name, String descriptor) {
        Type[] arguments = Type.getArgumentTypes(descriptor);
        if (!isPoint(access, name, descriptor)
                || (access & Opcodes.ACC_STATIC) != 0
                || arguments.length == 0
                || arguments[0].getSort() != Type.OBJECT) {
            return next;
        }
        find();
        return new AtBegin(next, access, arguments[0]);
    }

    private final class AtBegin extends HookCall {
        private final int access;
        private final Type first;

        AtBegin(MethodVisitor next, int access, Type first) {
            super(next, ARGUMENTS + 1);
            this.access = access;
            this.first = first;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            name(mv);
            owner(mv, access);
            mv.visitVarInsn(Opcodes.ALOAD, 1);
            callHook(mv, first);
            mv.visitVarInsn(Opcodes.ASTORE, 1);
        }
    }
}
