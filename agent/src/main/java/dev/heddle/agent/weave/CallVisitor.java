package dev.heddle.agent.weave;

import dev.heddle.agent.weave.WeavePoint.Place;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * {@code options.getter()} becomes {@code (T) Hook.extend(point, woven, options, options.getter())}; and at another place
 * {@code options.get(option)} becomes {@code (T) Hook.extend(point, woven, null, options.get(option))}.
 */
final class CallVisitor extends HookVisitor {
    CallVisitor(WeavePoint point, ClassVisitor next) {
        super(point, next);
    }

    @Override
    MethodVisitor weave(MethodVisitor next, int access, String name, String descriptor) {
        return new AroundCall(next);
    }

    private final class AroundCall extends HookCall {
        AroundCall(MethodVisitor next) {
            super(next, ARGUMENTS);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            if (!isCall(opcode, name, descriptor)) {
                super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
                return;
            }
            find();
            if (point().place() == Place.ANSWER) {
                super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
                nameBelow(mv);
                mv.visitInsn(Opcodes.ACONST_NULL);
                mv.visitInsn(Opcodes.SWAP);
            } else {
                nameBelow(mv);
                mv.visitInsn(Opcodes.DUP);
                super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
            }
            callHook(mv, Type.getReturnType(descriptor));
        }
    }

    /** Whatever class it is called on: of the SDK's own readers one has changed from one class to another. */
    private boolean isCall(int opcode, String name, String descriptor) {
        return opcode != Opcodes.INVOKESTATIC
                && name.equals(point().member())
                && descriptor.startsWith("()") == (point().place() == Place.CALL)
                && returnsObject(descriptor);
    }
}
