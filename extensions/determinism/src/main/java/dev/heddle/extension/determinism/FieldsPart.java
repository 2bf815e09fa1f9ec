package dev.heddle.extension.determinism;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;

/** What the fields of an object hold. One that held nothing may come to hold what is made when it is needed. */
final class FieldsPart implements Part {
    private final Object holder;
    private final List<Field> fields;
    private final Object[] before;

    FieldsPart(Object holder, List<Field> fields) {
        this.holder = holder;
        this.fields = fields;
        this.before = read();
    }

    private Object[] read() {
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = OwnFields.read(fields.get(i), holder);
        }
        return values;
    }

    @Override
    public void addChanged(Set<Field> changed) {
        Object[] now = read();
        for (int i = 0; i < now.length; i++) {
            if (before[i] != null && !Values.same(before[i], now[i])) {
                changed.add(fields.get(i));
            }
        }
    }
}
