package dev.heddle.extension.determinism;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;

/** What is in an array, unless it is large. */
final class ArrayPart implements Part {
    private static final int MOST = 4_096;

    private final Object array;
    private final Field where;
    private final Object before;

    ArrayPart(Object array, Field where) {
        this.array = array;
        this.where = where;
        this.before = copy(array);
    }

    private static Object copy(Object array) {
        int length = Math.min(MOST, Array.getLength(array));
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        return copy;
    }

    @Override
    public void addChanged(Set<Field> changed) {
        if (!isSame(copy(array))) {
            changed.add(where);
        }
    }

    private boolean isSame(Object now) {
        if (!(now instanceof Object[] elements)) {
            return Arrays.deepEquals(new Object[] {before}, new Object[] {now});
        }
        for (int i = 0; i < elements.length; i++) {
            if (!Values.same(((Object[]) before)[i], elements[i])) {
                return false;
            }
        }
        return true;
    }
}
