package dev.heddle.agent.weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes the call of the hook into a class, before each return of the woven methods. Bodies alone change, without a new
 * branch, so no stack map is computed and the weave can be undone. Uses the visitors that Byte Buddy bundles: its
 * {@code Advice} does the same at four times the cost on a cold JVM.
 */
final class HookWriter extends ClassVisitor {
    private static final String HOOK = "dev/heddle/agent/bootstrap/Hook";

    private final WeavePoint point;
    private final List<String> missing;
    private String fieldDescriptor;

    private HookWriter(WeavePoint point, ClassVisitor next) {
        super(Opcodes.ASM9, next);
        this.point = point;
        this.missing = new ArrayList<>(Arrays.asList(point.methods()));
        if (point.field() != null) {
            missing.add(point.field());
        }
    }

    /**
     * Weaves a class file.
     *
     * @return {@code null} if it is not one to weave
     * @throws IllegalStateException if the class lacks a method it is known for, so it is not the class we mean
     */
    static byte[] weave(WeavePoint point, byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        // Given the reader, the writer copies what does not change as bytes.
        ClassWriter writer = new ClassWriter(reader, 0);
        HookWriter woven = new HookWriter(point, writer);
        reader.accept(woven, 0);
        if (!woven.missing.isEmpty() && !point.everywhere()) {
            return null;
        }
        if (!woven.missing.isEmpty()) {
            throw new IllegalStateException("it does not look as expected, for it has no method "
                    + String.join(", ", woven.missing)
                    + " without parameters that returns an object; use another version of that library or of Heddle");
        }
        return writer.toByteArray();
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        if (name.equals(point.field())) {
            missing.remove(name);
            fieldDescriptor = descriptor;
        }
        return super.visitField(access, name, descriptor, signature, value);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        if (!point.weaves(name)) {
            return next;
        }
        if (fieldDescriptor != null) {
            missing.remove(name);
            return new AtEndOfConstructor(next);
        }
        if (Type.getReturnType(descriptor).getSort() < Type.ARRAY) {
            return next;
        }
        missing.remove(name);
        return new BeforeReturn(next, (access & Opcodes.ACC_STATIC) != 0, Type.getReturnType(descriptor));
    }

    /** Turns the owner and the value on the stack into the value to use. */
    private static void callHook(MethodVisitor visitor, Type type) {
        visitor.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                HOOK,
                "extend",
                "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;",
                false);
        visitor.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
    }

    /** {@code return} becomes {@code this.field = (T) Hook.extend(this, this.field); return}. */
    private final class AtEndOfConstructor extends MethodVisitor {
        AtEndOfConstructor(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.RETURN) {
                super.visitVarInsn(Opcodes.ALOAD, 0);
                super.visitVarInsn(Opcodes.ALOAD, 0);
                super.visitVarInsn(Opcodes.ALOAD, 0);
                super.visitFieldInsn(Opcodes.GETFIELD, point.className(), point.field(), fieldDescriptor);
                callHook(mv, Type.getType(fieldDescriptor));
                super.visitFieldInsn(Opcodes.PUTFIELD, point.className(), point.field(), fieldDescriptor);
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            super.visitMaxs(maxStack + 3, maxLocals);
        }
    }

    /** {@code return value} becomes {@code return (T) Hook.extend(owner, value)}. */
    private final class BeforeReturn extends MethodVisitor {
        private final boolean ofClass;
        private final Type result;

        BeforeReturn(MethodVisitor next, boolean ofClass, Type result) {
            super(Opcodes.ASM9, next);
            this.ofClass = ofClass;
            this.result = result;
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.ARETURN) {
                if (ofClass) {
                    super.visitLdcInsn(Type.getObjectType(point.className()));
                } else {
                    super.visitVarInsn(Opcodes.ALOAD, 0);
                }
                super.visitInsn(Opcodes.SWAP);
                callHook(mv, result);
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            super.visitMaxs(maxStack + 1, maxLocals);
        }
    }
}
