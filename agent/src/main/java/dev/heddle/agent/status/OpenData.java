package dev.heddle.agent.status;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import javax.management.openmbean.ArrayType;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;

/** Records as JMX has them, for who reads them with nothing of Heddle's on the class path. */
public final class OpenData {
    private OpenData() {}

    /** The type of a record. */
    public static CompositeType type(Class<?> record) throws OpenDataException {
        RecordComponent[] components = record.getRecordComponents();
        String[] names = new String[components.length];
        OpenType<?>[] types = new OpenType<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            names[i] = components[i].getName();
            types[i] = type(components[i]);
        }
        return new CompositeType(record.getName(), record.getSimpleName(), names, names, types);
    }

    private static OpenType<?> type(RecordComponent component) throws OpenDataException {
        Class<?> type = component.getType();
        if (type == List.class) {
            return new ArrayType<CompositeData[]>(1, type(element(component)));
        }
        if (type.isRecord()) {
            return type(type);
        }
        if (type == long.class) {
            return SimpleType.LONG;
        }
        if (type == int.class) {
            return SimpleType.INTEGER;
        }
        return type == boolean.class ? SimpleType.BOOLEAN : SimpleType.STRING;
    }

    private static Class<?> element(RecordComponent list) {
        return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    }

    /** The content of a record. */
    public static CompositeData of(Record record) throws OpenDataException {
        CompositeType type = type(record.getClass());
        RecordComponent[] components = record.getClass().getRecordComponents();
        String[] names = new String[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            names[i] = components[i].getName();
            values[i] = value(Components.value(components[i], record));
        }
        return new CompositeDataSupport(type, names, values);
    }

    private static Object value(Object value) throws OpenDataException {
        if (value instanceof List<?> elements) {
            CompositeData[] array = new CompositeData[elements.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = of((Record) elements.get(i));
            }
            return array;
        }
        return value instanceof Record record ? of(record) : value;
    }
}
