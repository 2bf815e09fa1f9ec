package dev.heddle.agent.weave;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * A method begins with {@code Object done = Hook.extend(point, woven, new Object[] {this, …}, null); if (done != null)
 * return (T) done;}. Where the branch meets what follows the stack and the variables are as at the beginning, which a class
 * file says in one byte, so this weave can be undone as those without a branch can.
 */
final class AroundVisitor extends HookVisitor {
    /** The name, the class, the array twice, an index and an element. */
    private static final int DEEPEST = 6;

    AroundVisitor(WeavePoint point, ClassVisitor next) {
        super(point, next);
    }

    @Override
    MethodVisitor weave(MethodVisitor next, int access, String name, String descriptor) {
        int unfit = Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE;
        int result = Type.getReturnType(descriptor).getSort();
        if (!name.equals(point().member()) || (access & unfit) != 0 || result != Type.VOID && result < Type.ARRAY) {
            return next;
        }
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            if (argument.getSort() < Type.ARRAY) {
                return next;
            }
        }
        find();
        return new AtBegin(next, access, descriptor);
    }

    private final class AtBegin extends MethodVisitor {
        /** This and the arguments, each of which has one variable. */
        private final int variables;

        private final Type result;

        AtBegin(MethodVisitor next, int access, String descriptor) {
            super(Opcodes.ASM9, next);
            this.variables = Type.getArgumentTypes(descriptor).length + ((access & Opcodes.ACC_STATIC) == 0 ? 1 : 0);
            this.result = Type.getReturnType(descriptor);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            name(mv);
            mv.visitIntInsn(Opcodes.BIPUSH, variables);
            mv.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
            for (int i = 0; i < variables; i++) {
                mv.visitInsn(Opcodes.DUP);
                mv.visitIntInsn(Opcodes.BIPUSH, i);
                mv.visitVarInsn(Opcodes.ALOAD, i);
                mv.visitInsn(Opcodes.AASTORE);
            }
            // If the agent fails the hook answers with this, so that the method goes on.
            mv.visitInsn(Opcodes.ACONST_NULL);
            callHook(mv);
            mv.visitVarInsn(Opcodes.ASTORE, variables);
            Label goesOn = new Label();
            mv.visitVarInsn(Opcodes.ALOAD, variables);
            mv.visitJumpInsn(Opcodes.IFNULL, goesOn);
            if (result.getSort() == Type.VOID) {
                mv.visitInsn(Opcodes.RETURN);
            } else {
                mv.visitVarInsn(Opcodes.ALOAD, variables);
                mv.visitTypeInsn(Opcodes.CHECKCAST, result.getInternalName());
                mv.visitInsn(Opcodes.ARETURN);
            }
            mv.visitLabel(goesOn);
            mv.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            // Should a loop begin here, it has a frame of its own.
            mv.visitInsn(Opcodes.NOP);
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            super.visitMaxs(Math.max(maxStack, DEEPEST), Math.max(maxLocals, variables + 1));
        }
    }
}
