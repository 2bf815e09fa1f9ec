package dev.heddle.agent.assemble.temporal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Finds out which parameter of a value class's constructor sets which field, and so which getter gives it back. The
 * SDK's inputs and outputs are records in all but name, and their constructors change from version to version more than
 * anything else of them. Most tell by the types alone; for the others the bytecode is read, which takes far longer.
 */
final class ConstructorReader extends ClassVisitor {
    private List<String> widest = List.of();
    private String widestDescriptor;

    /** A parameter, its field's name, its type, and the getter. */
    record Parameter(String name, Class<?> type, Method getter) {}

    private ConstructorReader() {
        super(Opcodes.ASM9);
    }

    /** The parameters of the widest public constructor; none if one of them cannot be read back. */
    static List<Parameter> read(Class<?> type, Getters getters) {
        if (!hasParameters(type)) {
            return List.of();
        }
        ConstructorReader reader = new ConstructorReader();
        if (!reader.readTypes(type)) {
            reader.readBytecode(type);
        }
        return reader.parameters(type, getters);
    }

    /** Whether a public constructor has a parameter. */
    private static boolean hasParameters(Class<?> type) {
        for (Constructor<?> constructor : type.getConstructors()) {
            if (constructor.getParameterCount() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Says whether the one public constructor has a parameter, and one alone, for the type of each field. */
    private boolean readTypes(Class<?> type) {
        Constructor<?>[] constructors = type.getConstructors();
        Map<Class<?>, String> fields = new HashMap<>();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && fields.put(field.getType(), field.getName()) != null) {
                return false;
            }
        }
        List<Class<?>> types = constructors.length == 1 ? List.of(constructors[0].getParameterTypes()) : List.of();
        if (types.size() != fields.size() || !fields.keySet().equals(new HashSet<>(types))) {
            return false;
        }
        widest = new ArrayList<>();
        for (Class<?> parameter : types) {
            widest.add(fields.get(parameter));
        }
        widestDescriptor = Type.getConstructorDescriptor(constructors[0]);
        return true;
    }

    private void readBytecode(Class<?> type) {
        String resource = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(resource)) {
            if (in != null) {
                new ClassReader(in).accept(this, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            }
        } catch (IOException unreadable) {
            // Then nothing is known of the constructor.
        }
    }

    private List<Parameter> parameters(Class<?> type, Getters getters) {
        List<Parameter> parameters = new ArrayList<>();
        for (var constructor : type.getConstructors()) {
            if (Type.getConstructorDescriptor(constructor).equals(widestDescriptor)) {
                for (Class<?> parameter : constructor.getParameterTypes()) {
                    String name = widest.get(parameters.size());
                    Method getter = name == null ? null : getter(type, name, parameter, getters);
                    if (getter == null
                            || getter.getReturnType() != parameter && getter.getReturnType() != Optional.class) {
                        return List.of();
                    }
                    parameters.add(new Parameter(name, parameter, getter));
                }
            }
        }
        return parameters;
    }

    /** The getter of the field's name, or the only one of its type: a field may have been renamed. */
    private static Method getter(Class<?> type, String field, Class<?> fieldType, Getters getters) {
        Method named = getters.of(type, field);
        if (named != null) {
            return named;
        }
        Method only = null;
        for (Method method : getters.of(type)) {
            if (method.getReturnType() == fieldType && method.getName().startsWith("get")) {
                if (only != null) {
                    return null;
                }
                only = method;
            }
        }
        return only;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        int count = Type.getArgumentCount(descriptor);
        boolean candidate = name.equals("<init>") && (access & Opcodes.ACC_PUBLIC) != 0 && count > widest.size();
        if (!candidate) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fields.add(null);
        }
        widest = fields;
        widestDescriptor = descriptor;
        return new FieldSetters(Type.getArgumentTypes(descriptor), fields);
    }

    /** Looks for {@code this.field = parameter}. */
    private static final class FieldSetters extends MethodVisitor {
        private final int[] parameterOfSlot;
        private final List<String> fields;
        private int loaded = -1;

        FieldSetters(Type[] types, List<String> fields) {
            super(Opcodes.ASM9);
            this.fields = fields;
            this.parameterOfSlot = new int[1 + 2 * types.length];
            for (int i = 0, slot = 1; i < types.length; slot += types[i++].getSize()) {
                parameterOfSlot[slot] = i;
            }
        }

        @Override
        public void visitVarInsn(int opcode, int slot) {
            loaded = slot == 0 || slot >= parameterOfSlot.length ? -1 : parameterOfSlot[slot];
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (opcode == Opcodes.PUTFIELD && loaded >= 0) {
                fields.set(loaded, name);
            }
            loaded = -1;
        }
    }
}
