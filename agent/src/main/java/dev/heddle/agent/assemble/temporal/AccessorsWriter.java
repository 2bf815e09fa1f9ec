package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.temporal.GeneratedAccessors;
import dev.heddle.agent.call.temporal.Property;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Writes the code of several accessors:
 *
 * <pre>{@code
 * Object take(int accessors, int component, Object source) {
 *     switch (accessors) {
 *         case 3: return take3(component, source);
 *         ...
 * }
 *
 * static Object take3(int component, Object source) {
 *     switch (component) {
 *         case 0: return ((ActivityInput) source).getHeader();
 *         ...
 * }
 * }</pre>
 *
 * and likewise {@code read} and {@code make}. The stack is empty at each branch, and no variable is new there.
 */
final class AccessorsWriter {
    private static final String CODE = Type.getInternalName(GeneratedAccessors.Code.class);
    private static final String PART_OF = "(ILjava/lang/Object;)Ljava/lang/Object;";
    private static final String ALL_OF = "([Ljava/lang/Object;)Ljava/lang/Object;";

    private final String name;
    private final List<AccessorsPlan> plans;
    private final ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    AccessorsWriter(String name, List<AccessorsPlan> plans) {
        this.name = name.replace('.', '/');
        this.plans = plans;
    }

    byte[] write() {
        out.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, name, null, CODE, null);
        writeConstructor();
        writeSwitch("read", PART_OF);
        writeSwitch("take", PART_OF);
        writeSwitch("make", ALL_OF);
        for (int i = 0; i < plans.size(); i++) {
            writeRead(i, plans.get(i).paths());
            writeTake(i, plans.get(i));
            writeMake(i, plans.get(i));
        }
        out.visitEnd();
        return out.toByteArray();
    }

    private void writeConstructor() {
        MethodVisitor code = begin(Opcodes.ACC_PUBLIC, "<init>", "()V");
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, CODE, "<init>", "()V", false);
        code.visitInsn(Opcodes.RETURN);
        end(code);
    }

    /** Goes on to the method of a accessors with the other parameters. */
    private void writeSwitch(String method, String descriptor) {
        MethodVisitor code = begin(Opcodes.ACC_PROTECTED, method, "(I" + descriptor.substring(1));
        Label[] cases = labels(plans.size());
        Label none = new Label();
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitTableSwitchInsn(0, cases.length - 1, none, cases);
        for (int i = 0; i < cases.length; i++) {
            at(code, cases[i]);
            int variable = 2;
            for (Type type : Type.getArgumentTypes(descriptor)) {
                code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), variable++);
            }
            code.visitMethodInsn(Opcodes.INVOKESTATIC, name, method + i, descriptor, false);
            code.visitInsn(Opcodes.ARETURN);
        }
        endWithNull(code, none);
    }

    /** A {@code null} on the way is the property's value. */
    private void writeRead(int accessors, Map<Property, PropertyPath> paths) {
        MethodVisitor code = begin(Opcodes.ACC_STATIC, "read" + accessors, PART_OF);
        Label none = new Label();
        Label[] cases = labels(paths.size());
        int[] ordinals = new int[cases.length];
        int next = 0;
        for (Property property : paths.keySet()) {
            ordinals[next++] = property.ordinal();
        }
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitLookupSwitchInsn(none, ordinals, cases);
        next = 0;
        for (PropertyPath path : paths.values()) {
            at(code, cases[next++]);
            writePath(code, path, none);
        }
        endWithNull(code, none);
    }

    private static void writePath(MethodVisitor code, PropertyPath path, Label none) {
        for (int i = 0; i < path.steps().size(); i++) {
            PropertyPath.Step step = path.steps().get(i);
            // The value so far waits in the source's own place, which leaves the stack empty at the branch.
            if (i > 0) {
                code.visitVarInsn(Opcodes.ASTORE, 1);
                code.visitVarInsn(Opcodes.ALOAD, 1);
                code.visitTypeInsn(Opcodes.INSTANCEOF, Type.getInternalName(step.owner()));
                code.visitJumpInsn(Opcodes.IFEQ, none);
            }
            code.visitVarInsn(Opcodes.ALOAD, 1);
            call(code, step.owner(), step.getter());
        }
        code.visitInsn(Opcodes.ARETURN);
    }

    private void writeTake(int accessors, AccessorsPlan plan) {
        MethodVisitor code = begin(Opcodes.ACC_STATIC, "take" + accessors, PART_OF);
        Label none = new Label();
        Label[] cases = labels(plan.parameters().size());
        if (cases.length > 0) {
            code.visitVarInsn(Opcodes.ILOAD, 0);
            code.visitTableSwitchInsn(0, cases.length - 1, none, cases);
            for (int i = 0; i < cases.length; i++) {
                at(code, cases[i]);
                writeComponent(code, plan.type(), plan.parameters().get(i));
                code.visitInsn(Opcodes.ARETURN);
            }
        }
        endWithNull(code, none);
    }

    private static void writeComponent(MethodVisitor code, Class<?> type, ConstructorReader.Parameter parameter) {
        code.visitVarInsn(Opcodes.ALOAD, 1);
        call(code, type, parameter.getter());
        if (parameter.getter().getReturnType() == Optional.class && parameter.type() != Optional.class) {
            code.visitInsn(Opcodes.ACONST_NULL);
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    "java/util/Optional",
                    "orElse",
                    "(Ljava/lang/Object;)Ljava/lang/Object;",
                    false);
        }
    }

    private void writeMake(int accessors, AccessorsPlan plan) {
        MethodVisitor code = begin(Opcodes.ACC_STATIC, "make" + accessors, ALL_OF);
        if (plan.type().isInterface()) {
            code.visitInsn(Opcodes.ACONST_NULL);
        } else {
            String type = Type.getInternalName(plan.type());
            code.visitTypeInsn(Opcodes.NEW, type);
            code.visitInsn(Opcodes.DUP);
            Type[] types = new Type[plan.parameters().size()];
            for (int i = 0; i < types.length; i++) {
                Class<?> parameter = plan.parameters().get(i).type();
                types[i] = Type.getType(parameter);
                code.visitVarInsn(Opcodes.ALOAD, 0);
                code.visitIntInsn(Opcodes.BIPUSH, i);
                code.visitInsn(Opcodes.AALOAD);
                Boxing.unbox(code, parameter);
            }
            code.visitMethodInsn(
                    Opcodes.INVOKESPECIAL, type, "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, types), false);
        }
        code.visitInsn(Opcodes.ARETURN);
        end(code);
    }

    /** Calls a getter of the object on the stack. */
    private static void call(MethodVisitor code, Class<?> owner, Method getter) {
        code.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(owner));
        code.visitMethodInsn(
                owner.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL,
                Type.getInternalName(owner),
                getter.getName(),
                Type.getMethodDescriptor(getter),
                owner.isInterface());
        Boxing.box(code, getter.getReturnType());
    }

    private static Label[] labels(int count) {
        Label[] labels = new Label[count];
        for (int i = 0; i < count; i++) {
            labels[i] = new Label();
        }
        return labels;
    }

    /** Here it goes on from a branch, with the variables that the method has begun with. */
    private static void at(MethodVisitor code, Label label) {
        code.visitLabel(label);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }

    private MethodVisitor begin(int access, String method, String descriptor) {
        MethodVisitor code = out.visitMethod(access, method, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private static void endWithNull(MethodVisitor code, Label none) {
        at(code, none);
        code.visitInsn(Opcodes.ACONST_NULL);
        code.visitInsn(Opcodes.ARETURN);
        end(code);
    }

    private static void end(MethodVisitor code) {
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
