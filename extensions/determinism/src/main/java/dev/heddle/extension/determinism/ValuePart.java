package dev.heddle.extension.determinism;

import java.lang.reflect.Field;
import java.util.Set;
import java.util.function.Supplier;

/** The one value that an object of the JDK's or of Temporal's stands for. */
final class ValuePart implements Part {
    private final Supplier<?> value;
    private final Field where;
    private final Object before;

    ValuePart(Supplier<?> value, Field where) {
        this.value = value;
        this.where = where;
        this.before = value.get();
    }

    @Override
    public void addChanged(Set<Field> changed) {
        if (!Values.same(before, value.get())) {
            changed.add(where);
        }
    }
}
