package dev.heddle.agent.weave;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * A class whose makers make nothing: they begin with {@code if (null == null) throw new IllegalStateException(line)}, for
 * an application that requires an extension and cannot see the hook. It needs nothing but the JDK; and the branch is there
 * because what follows a plain {@code throw} would need a stack map of its own.
 */
final class RefusingClass extends ClassVisitor {
    private static final String EXCEPTION = "java/lang/IllegalStateException";
    /** An exception, the same, and its message. */
    private static final int DEEPEST = 3;

    private final Set<String> makers = new HashSet<>();
    private final String line;

    private RefusingClass(List<WeavePoint> points, String line, ClassVisitor next) {
        super(Opcodes.ASM9, next);
        this.line = line;
        for (WeavePoint point : points) {
            if (point.begins()) {
                makers.add(point.member());
            }
        }
    }

    /** Writes the class; {@code null} if it has no maker. */
    static byte[] of(List<WeavePoint> points, byte[] classFile, String line) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        RefusingClass refusing = new RefusingClass(points, line, writer);
        if (refusing.makers.isEmpty()) {
            return null;
        }
        reader.accept(refusing, 0);
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        boolean maker = makers.contains(name)
                && (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE)) == 0
                && Type.getReturnType(descriptor).getSort() >= Type.ARRAY;
        return maker ? new AtBegin(next) : next;
    }

    private final class AtBegin extends MethodVisitor {
        AtBegin(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            Label goesOn = new Label();
            mv.visitInsn(Opcodes.ACONST_NULL);
            mv.visitJumpInsn(Opcodes.IFNONNULL, goesOn);
            mv.visitTypeInsn(Opcodes.NEW, EXCEPTION);
            mv.visitInsn(Opcodes.DUP);
            mv.visitLdcInsn(line);
            mv.visitMethodInsn(Opcodes.INVOKESPECIAL, EXCEPTION, "<init>", "(Ljava/lang/String;)V", false);
            mv.visitInsn(Opcodes.ATHROW);
            mv.visitLabel(goesOn);
            mv.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            // Should a loop begin here, it has a frame of its own.
            mv.visitInsn(Opcodes.NOP);
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            super.visitMaxs(Math.max(maxStack, DEEPEST), maxLocals);
        }
    }
}
