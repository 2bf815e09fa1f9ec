package dev.heddle.agent.weave;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Finds out whether code uses a static field that is watched: its constants do not tell it from any other field. */
final class StaticFields extends ClassVisitor {
    private final CodeScope scope;
    private boolean found;

    StaticFields(CodeScope scope) {
        super(Opcodes.ASM9);
        this.scope = scope;
    }

    boolean areIn(ClassReader reader) {
        reader.accept(this, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        return found || name.equals("<clinit>") ? null : new Uses();
    }

    private final class Uses extends MethodVisitor {
        Uses() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            found |= opcode == Opcodes.GETSTATIC && scope.watches(owner, name, descriptor);
            found |= opcode == Opcodes.PUTSTATIC && scope.watches(owner, name, '(' + descriptor + ')');
        }
    }
}
