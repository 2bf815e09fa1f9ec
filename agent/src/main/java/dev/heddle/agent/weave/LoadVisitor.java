package dev.heddle.agent.weave;

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
        AroundLoad(MethodVisitor next) {
            super(next, ARGUMENTS);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (opcode != Opcodes.GETFIELD || !owner.equals(point().className()) || !name.equals(point().member())) {
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
