package dev.heddle.agent.weave;

import dev.heddle.agent.weave.WeavePoint.Place;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** A method begins with {@code Hook.extend(point, woven, this, null)}, or with its first argument in place of null. */
final class BeginVisitor extends HookVisitor {
    BeginVisitor(WeavePoint point, ClassVisitor next) {
        super(point, next);
    }

    @Override
    MethodVisitor weave(MethodVisitor next, int access, String name, String descriptor) {
        if (!isPoint(access, name, descriptor)) {
            return next;
        }
        find();
        return new AtBegin(next, access);
    }

    private final class AtBegin extends HookCall {
        private final int access;

        AtBegin(MethodVisitor next, int access) {
            super(next, ARGUMENTS + 1);
            this.access = access;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            name(mv);
            owner(mv, access);
            if (point().place() == Place.ARGUMENT) {
                mv.visitVarInsn(Opcodes.ALOAD, 1);
            } else {
                mv.visitInsn(Opcodes.ACONST_NULL);
            }
            callHook(mv);
            mv.visitInsn(Opcodes.POP);
        }
    }
}
