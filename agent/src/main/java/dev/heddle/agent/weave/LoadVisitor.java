package dev.heddle.agent.weave;

import dev.heddle.agent.weave.WeavePoint.Place;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Reading {@code object.field} becomes {@code (T) Hook.extend(point, woven, object, object.field)}, but in constructors. */
final class LoadVisitor extends HookVisitor {
    LoadVisitor(WeavePoint point, ClassVisitor next) {
        super(point, next);
    }

    @Override
    MethodVisitor weave(MethodVisitor next, int access, String name, String descriptor) {
        return name.equals("<init>") ? next : new AroundLoad(next);
    }

    private final class AroundLoad extends HookCall {
        private boolean wanted = point().place() == Place.LOAD;

        AroundLoad(MethodVisitor next) {
            super(next, ARGUMENTS);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            boolean field = owner.equals(point().className()) && name.equals(point().member());
            wanted |= field && opcode == Opcodes.PUTFIELD;
            if (!field || opcode != Opcodes.GETFIELD || !wanted) {
                super.visitFieldInsn(opcode, owner, name, descriptor);
                return;
            }
            find();
            nameBelow(mv);
            mv.visitInsn(Opcodes.DUP);
            super.visitFieldInsn(opcode, owner, name, descriptor);
            callHook(mv, Type.getType(descriptor));
        }
    }
}
