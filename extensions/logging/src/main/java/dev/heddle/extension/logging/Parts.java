package dev.heddle.extension.logging;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parts of an object of the application's: a record's components, the fields of a message of protobuf, what public
 * getters and fields show. What the data converter asks for is asked for again, and nothing more.
 */
final class Parts {
    private Parts() {}

    static boolean isOfTheJdk(Object value) {
        String name = value.getClass().getName();
        return name.startsWith("java.")
                || name.startsWith("javax.")
                || name.startsWith("jdk.")
                || name.startsWith("sun.");
    }

    static Map<String, Object> of(Object value) {
        Class<?> type = value.getClass();
        if (type.isRecord()) {
            Map<String, Object> parts = new LinkedHashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                parts.put(component.getName(), read(component.getAccessor(), value));
            }
            return parts;
        }
        if (isMessage(type)) {
            return Protobuf.fields(value);
        }
        Map<String, Object> parts = new TreeMap<>();
        for (Field field : type.getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                parts.put(field.getName(), read(field, value));
            }
        }
        for (Method method : type.getMethods()) {
            String property = property(method);
            if (property != null) {
                parts.put(property, read(method, value));
            }
        }
        return parts;
    }

    private static String property(Method method) {
        String name = method.getName();
        int prefix =
                name.startsWith("get") ? 3 : name.startsWith("is") && method.getReturnType() == boolean.class ? 2 : 0;
        boolean getter = prefix > 0
                && name.length() > prefix
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !Modifier.isStatic(method.getModifiers())
                && method.getDeclaringClass() != Object.class;
        return getter ? Character.toLowerCase(name.charAt(prefix)) + name.substring(prefix + 1) : null;
    }

    private static Object read(Method method, Object value) {
        try {
            return method.trySetAccessible() ? method.invoke(value) : "?";
        } catch (InvocationTargetException failed) {
            return "<" + failed.getCause().getClass().getSimpleName() + ">";
        } catch (IllegalAccessException closed) {
            return "?";
        }
    }

    private static Object read(Field field, Object value) {
        try {
            return field.trySetAccessible() ? field.get(value) : "?";
        } catch (IllegalAccessException closed) {
            return "?";
        }
    }

    /** By name, because an application may have no protobuf. */
    private static boolean isMessage(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each.getName().equals("com.google.protobuf.AbstractMessage")) {
                return true;
            }
        }
        return false;
    }

    private static final class Protobuf {
        static Map<String, Object> fields(Object message) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (Map.Entry<FieldDescriptor, Object> field :
                    ((Message) message).getAllFields().entrySet()) {
                boolean bytes = field.getKey().getJavaType() == FieldDescriptor.JavaType.BYTE_STRING;
                Object shown = bytes && !field.getKey().isRepeated()
                        ? ((com.google.protobuf.ByteString) field.getValue()).size() + " bytes"
                        : field.getValue();
                fields.put(field.getKey().getName(), shown);
            }
            return fields;
        }
    }
}
