package dev.heddle.agent.weave;

import dev.heddle.agent.weave.WeavePoint.Place;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** A method begins with {@code Hook.extend(point, woven, this, null)}, or with an argument in place of null. */
final class BeginVisitor extends HookVisitor {
    private static final String CLASS = "Ljava/lang/Class;";

    BeginVisitor(WeavePoint point, ClassVisitor next) {
        super(point, next);
    }

    @Override
    MethodVisitor weave(MethodVisitor next, int access, String name, String descriptor) {
        int argument = point().place() == Place.ARGUMENT ? 1 : 0;
        if (point().place() == Place.CLASSES) {
            argument = name.equals(point().member()) ? classes(access, descriptor) : 0;
            if (argument == 0) {
                return next;
            }
        } else if (!isPoint(access, name, descriptor)) {
            return next;
        }
        find();
        return new AtBegin(next, access, argument);
    }

    /** The variable of the argument that is a class or several; 0, which is the object's, if there is none. */
    private static int classes(int access, String descriptor) {
        int variable = 1;
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            String type = argument.getDescriptor();
            if ((access & Opcodes.ACC_STATIC) == 0
                    && type.substring(type.lastIndexOf('[') + 1).equals(CLASS)) {
                return variable;
            }
            variable += argument.getSize();
        }
        return 0;
    }

    private final class AtBegin extends HookCall {
        private final int access;
        /** Its variable, or 0 for none. */
        private final int argument;

        AtBegin(MethodVisitor next, int access, int argument) {
            super(next, ARGUMENTS + 1);
            this.access = access;
            this.argument = argument;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            name(mv);
            owner(mv, access);
            if (argument != 0) {
                mv.visitVarInsn(Opcodes.ALOAD, argument);
            } else {
                mv.visitInsn(Opcodes.ACONST_NULL);
            }
            callHook(mv);
            mv.visitInsn(Opcodes.POP);
        }
    }
}
