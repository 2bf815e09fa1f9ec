package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.call.temporal.Property;
import dev.heddle.agent.call.temporal.Shape;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Writes a subclass of {@link Shape} whose methods call the getters and the constructor of one class. */
final class ShapeWriter {
    private static final String SHAPE = Type.getInternalName(Shape.class);
    private static final String CONSTRUCTOR = "(Ljava/util/List;J)V";

    private final String name;
    private final Class<?> type;
    private final List<ConstructorReader.Parameter> parameters;
    private final Map<Property, PropertyPath> paths;
    private final ClassWriter out = new FrameWriter();

    ShapeWriter(
            String name,
            Class<?> type,
            List<ConstructorReader.Parameter> parameters,
            Map<Property, PropertyPath> paths) {
        this.name = name.replace('.', '/');
        this.type = type;
        this.parameters = parameters;
        this.paths = paths;
    }

    byte[] write() {
        out.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, name, null, SHAPE, null);
        writeConstructor();
        writeRead();
        writeTake();
        writeTakeOne();
        writeMake();
        out.visitEnd();
        return out.toByteArray();
    }

    private void writeConstructor() {
        MethodVisitor code = begin("<init>", CONSTRUCTOR);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitVarInsn(Opcodes.LLOAD, 2);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, SHAPE, "<init>", CONSTRUCTOR, false);
        code.visitInsn(Opcodes.RETURN);
        end(code);
    }

    /** A switch over the property's ordinal; a {@code null} on the way is the property's value. */
    private void writeRead() {
        MethodVisitor code = begin(
                "read",
                Type.getMethodDescriptor(
                        Type.getType(Object.class), Type.getType(Property.class), Type.getType(Object.class)));
        Label none = new Label();
        Label[] cases = new Label[Property.values().length];
        for (Property property : Property.values()) {
            cases[property.ordinal()] = paths.containsKey(property) ? new Label() : none;
        }
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, Type.getInternalName(Property.class), "ordinal", "()I", false);
        code.visitTableSwitchInsn(0, cases.length - 1, none, cases);
        paths.forEach((property, path) -> {
            code.visitLabel(cases[property.ordinal()]);
            writePath(code, path, none);
        });
        code.visitLabel(none);
        code.visitInsn(Opcodes.ACONST_NULL);
        code.visitInsn(Opcodes.ARETURN);
        end(code);
    }

    private void writePath(MethodVisitor code, PropertyPath path, Label none) {
        for (int i = 0; i < path.steps().size(); i++) {
            PropertyPath.Step step = path.steps().get(i);
            // The value so far waits in the source's own place, which leaves the stack empty at each branch.
            if (i > 0) {
                code.visitVarInsn(Opcodes.ASTORE, 2);
                code.visitVarInsn(Opcodes.ALOAD, 2);
                code.visitTypeInsn(Opcodes.INSTANCEOF, Type.getInternalName(step.owner()));
                code.visitJumpInsn(Opcodes.IFEQ, none);
            }
            code.visitVarInsn(Opcodes.ALOAD, 2);
            code.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(step.owner()));
            call(code, step.owner(), step.getter());
        }
        code.visitMethodInsn(Opcodes.INVOKESTATIC, SHAPE, "plain", "(Ljava/lang/Object;)Ljava/lang/Object;", false);
        code.visitInsn(Opcodes.ARETURN);
    }

    private void writeTake() {
        MethodVisitor code = begin("take", "(Ljava/lang/Object;)[Ljava/lang/Object;");
        code.visitIntInsn(Opcodes.BIPUSH, parameters.size());
        code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        for (int i = 0; i < parameters.size(); i++) {
            code.visitInsn(Opcodes.DUP);
            code.visitIntInsn(Opcodes.BIPUSH, i);
            writeComponent(code, parameters.get(i));
            code.visitInsn(Opcodes.AASTORE);
        }
        code.visitInsn(Opcodes.ARETURN);
        end(code);
    }

    private void writeTakeOne() {
        MethodVisitor code = begin("take", "(Ljava/lang/Object;I)Ljava/lang/Object;");
        Label none = new Label();
        if (!parameters.isEmpty()) {
            Label[] cases = parameters.stream().map(parameter -> new Label()).toArray(Label[]::new);
            code.visitVarInsn(Opcodes.ILOAD, 2);
            code.visitTableSwitchInsn(0, cases.length - 1, none, cases);
            for (int i = 0; i < cases.length; i++) {
                code.visitLabel(cases[i]);
                writeComponent(code, parameters.get(i));
                code.visitInsn(Opcodes.ARETURN);
            }
        }
        code.visitLabel(none);
        code.visitInsn(Opcodes.ACONST_NULL);
        code.visitInsn(Opcodes.ARETURN);
        end(code);
    }

    private void writeComponent(MethodVisitor code, ConstructorReader.Parameter parameter) {
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
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

    private void writeMake() {
        MethodVisitor code = begin("make", "([Ljava/lang/Object;)Ljava/lang/Object;");
        if (type.isInterface()) {
            code.visitInsn(Opcodes.ACONST_NULL);
        } else {
            code.visitTypeInsn(Opcodes.NEW, Type.getInternalName(type));
            code.visitInsn(Opcodes.DUP);
            for (int i = 0; i < parameters.size(); i++) {
                code.visitVarInsn(Opcodes.ALOAD, 1);
                code.visitIntInsn(Opcodes.BIPUSH, i);
                code.visitInsn(Opcodes.AALOAD);
                Boxing.unbox(code, parameters.get(i).type());
            }
            Type[] types = parameters.stream()
                    .map(parameter -> Type.getType(parameter.type()))
                    .toArray(Type[]::new);
            code.visitMethodInsn(
                    Opcodes.INVOKESPECIAL,
                    Type.getInternalName(type),
                    "<init>",
                    Type.getMethodDescriptor(Type.VOID_TYPE, types),
                    false);
        }
        code.visitInsn(Opcodes.ARETURN);
        end(code);
    }

    private static void call(MethodVisitor code, Class<?> owner, Method getter) {
        code.visitMethodInsn(
                owner.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL,
                Type.getInternalName(owner),
                getter.getName(),
                Type.getMethodDescriptor(getter),
                owner.isInterface());
        Boxing.box(code, getter.getReturnType());
    }

    private MethodVisitor begin(String method, String descriptor) {
        MethodVisitor code = out.visitMethod(Opcodes.ACC_PUBLIC, method, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private static void end(MethodVisitor code) {
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
