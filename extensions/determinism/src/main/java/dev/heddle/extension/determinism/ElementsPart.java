package dev.heddle.extension.determinism;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is in a collection or a map of the JDK's; of a large one how much. */
final class ElementsPart implements Part {
    private static final int MOST = 512;

    private final Object container;
    private final Field where;
    private final int size;
    private final List<Object> before;

    ElementsPart(Object container, Field where) {
        this.container = container;
        this.where = where;
        this.size = size();
        this.before = read();
    }

    private int size() {
        return container instanceof Map<?, ?> map ? map.size() : ((Collection<?>) container).size();
    }

    /** In its own order, keys before their values. */
    private List<Object> read() {
        List<Object> elements = new ArrayList<>();
        if (size <= MOST && container instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                elements.add(key);
                elements.add(value);
            });
        } else if (size <= MOST) {
            elements.addAll((Collection<?>) container);
        }
        return elements;
    }

    @Override
    public void addChanged(Set<Field> changed) {
        if (size() != size || !isSame(read())) {
            changed.add(where);
        }
    }

    private boolean isSame(List<Object> now) {
        for (int i = 0; i < now.size(); i++) {
            if (!Values.same(before.get(i), now.get(i))) {
                return container instanceof Map<?, ?> && isReordered(now);
            }
        }
        return true;
    }

    /** Some maps order their entries by when they were asked for. */
    private boolean isReordered(List<Object> now) {
        Map<Object, Object> values = new IdentityHashMap<>();
        for (int i = 0; i < before.size(); i += 2) {
            values.put(before.get(i), before.get(i + 1));
        }
        for (int i = 0; i < now.size(); i += 2) {
            if (!values.containsKey(now.get(i)) || !Values.same(values.get(now.get(i)), now.get(i + 1))) {
                return false;
            }
        }
        return true;
    }
}
