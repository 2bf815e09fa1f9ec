package dev.heddle.agent.weave;

import dev.heddle.agent.bootstrap.Hook;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Writes the calls of the hook for one point; each subclass for one place. */
abstract class HookVisitor extends ClassVisitor {
    /** By what the deepest stack grows: the name, the class and the owner. */
    static final int ARGUMENTS = 3;

    private static final String HOOK = Hook.class.getName().replace('.', '/');

    private final WeavePoint point;
    private boolean found;

    HookVisitor(WeavePoint point, ClassVisitor next) {
        super(Opcodes.ASM9, next);
        this.point = point;
    }

    final WeavePoint point() {
        return point;
    }

    @Override
    public final MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return weave(super.visitMethod(access, name, descriptor, signature, exceptions), access, name, descriptor);
    }

    /** What writes the calls into a method, before the next visitor; that itself where none is to be written. */
    abstract MethodVisitor weave(MethodVisitor next, int access, String name, String descriptor);

    /** Whether the class has what is to be woven. */
    final boolean found() {
        return found;
    }

    final void find() {
        found = true;
    }

    /** Puts the name of the point and the woven class on the stack. */
    final void name(MethodVisitor visitor) {
        visitor.visitLdcInsn(point.name());
        visitor.visitLdcInsn(Type.getObjectType(point.className()));
    }

    /** Puts the name of the point and the woven class on the stack, below the one value that is there. */
    final void nameBelow(MethodVisitor visitor) {
        visitor.visitLdcInsn(point.name());
        visitor.visitInsn(Opcodes.SWAP);
        visitor.visitLdcInsn(Type.getObjectType(point.className()));
        visitor.visitInsn(Opcodes.SWAP);
    }

    /** Turns the name, the class, the owner and the value on the stack into the value to use. */
    static void callHook(MethodVisitor visitor, Type type) {
        callHook(visitor);
        visitor.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
    }

    /** Turns the name, the class, the owner and the value on the stack into an object. */
    static void callHook(MethodVisitor visitor) {
        visitor.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                HOOK,
                "extend",
                "(Ljava/lang/String;Ljava/lang/Class;Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
                false);
    }

    /** Whether a method is the one of the point: one with a body of its own that hands out an object. */
    final boolean isPoint(int access, String name, String descriptor) {
        return name.equals(point.member())
                && (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE)) == 0
                && returnsObject(descriptor);
    }

    /** Puts the owner of a method on the stack. */
    static void owner(MethodVisitor visitor, int access) {
        if ((access & Opcodes.ACC_STATIC) != 0) {
            visitor.visitInsn(Opcodes.ACONST_NULL);
        } else {
            visitor.visitVarInsn(Opcodes.ALOAD, 0);
        }
    }

    /** Whether a method hands out an object. */
    static boolean returnsObject(String descriptor) {
        return Type.getReturnType(descriptor).getSort() >= Type.ARRAY;
    }

    /** Leaves room on the stack for the call of the hook. */
    abstract static class HookCall extends MethodVisitor {
        private final int room;

        HookCall(MethodVisitor next, int room) {
            super(Opcodes.ASM9, next);
            this.room = room;
        }

        @Override
        public final void visitMaxs(int maxStack, int maxLocals) {
            super.visitMaxs(maxStack + room, maxLocals);
        }
    }
}
