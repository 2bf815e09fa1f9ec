package dev.heddle.agent.weave;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** A constructor or static method begins with {@code options = (T) Hook.extend(point, woven, null, options)}. */
final class OptionsVisitor extends HookVisitor {
    OptionsVisitor(WeavePoint point, ClassVisitor next) {
        super(point, next);
    }

    @Override
    MethodVisitor weave(MethodVisitor next, int access, String name, String descriptor) {
        if (!name.equals(point().member())) {
            return next;
        }
        int local = (access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            if (argument.getSort() == Type.OBJECT && argument.getClassName().endsWith("Options")) {
                find();
                return new AtBegin(next, local, argument);
            }
            local += argument.getSize();
        }
        return next;
    }

    private final class AtBegin extends HookCall {
        private final int local;
        private final Type options;

        AtBegin(MethodVisitor next, int local, Type options) {
            super(next, ARGUMENTS + 1);
            this.local = local;
            this.options = options;
        }

        /** Before the constructor of the superclass too: nothing is asked of the new object. */
        @Override
        public void visitCode() {
            super.visitCode();
            name(mv);
            mv.visitInsn(Opcodes.ACONST_NULL);
            mv.visitVarInsn(Opcodes.ALOAD, local);
            callHook(mv, options);
            mv.visitVarInsn(Opcodes.ASTORE, local);
        }
    }
}
