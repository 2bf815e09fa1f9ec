package dev.heddle.extension.determinism;

import io.temporal.workflow.Promise;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * What a workflow remembers, at one time: the fields of its object and of the application's objects that it holds, and what is
 * in collections, arrays and the like. Only so much of it, and calling no code of the application. Of one thread.
 *
 * <p>What other objects hold that is made for several threads is not looked at, for others than the workflow may change it:
 * such is a service that was handed to the workflow. Of the rest {@link SharedObjects} knows.
 */
final class Snapshot {
    private static final int MOST = 1_000;
    private static final int DEEPEST = 8;

    /**
     * An object that was found.
     *
     * @param where the field of the application's that holds it, in the end
     * @param level how many of the application's objects lie between it and the workflow's own
     */
    private record Found(Object object, Field where, int level) {}

    /**
     * A part of it.
     *
     * @param of the object that it is of
     * @param near whether no other object of the application's lies between it and the workflow's own
     */
    record Seen(Part part, Object of, boolean near) {}

    private final OwnFields fields;
    private final List<Seen> parts = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Found> waiting = new ArrayDeque<>();

    /** Looks at all that some objects hold. */
    Snapshot(Collection<Object> roots, OwnFields fields) {
        this.fields = fields;
        roots.forEach(root -> find(root, null, 0));
        for (Found next = waiting.poll(); next != null && parts.size() < MOST; next = waiting.poll()) {
            look(next);
        }
    }

    /** The fields in which something is other than it was, of the parts that count. */
    Set<Field> changed(Predicate<Seen> counts) {
        Set<Field> changed = new LinkedHashSet<>();
        for (Seen each : parts) {
            Set<Field> ofPart = new LinkedHashSet<>();
            each.part().addChanged(ofPart);
            if (!ofPart.isEmpty() && counts.test(each)) {
                changed.addAll(ofPart);
            }
        }
        return changed;
    }

    /** All objects that it is of. */
    List<Object> objects() {
        return parts.stream().map(Seen::of).toList();
    }

    private void find(Object object, Field where, int level) {
        if (object != null && level <= DEEPEST && !Values.isSimple(object) && seen.add(object)) {
            waiting.add(new Found(object, where, level));
        }
    }

    private void look(Found found) {
        Object object = found.object();
        String name = object.getClass().getName();
        if (fields.isOwn(object.getClass())) {
            lookAtFields(object, found.level());
        } else if (object.getClass().isArray()) {
            add(new ArrayPart(object, found.where()), found);
            if (object instanceof Object[] elements && elements.length <= MOST) {
                findAll(Arrays.asList(elements), found);
            }
        } else if (isOthersToo(name) && found.level() > 1) {
            return;
        } else if (object instanceof Collection<?> collection && name.startsWith("java.util.")) {
            add(new ElementsPart(collection, found.where()), found);
            findAll(collection, found);
        } else if (object instanceof Map<?, ?> map && name.startsWith("java.util.") && !name.contains("Weak")) {
            add(new ElementsPart(map, found.where()), found);
            findAll(map.keySet(), found);
            findAll(map.values(), found);
        } else if (object instanceof AtomicReference<?> reference) {
            add(new ValuePart(reference::get, found.where()), found);
            find(reference.get(), found.where(), found.level());
        } else if (object instanceof Promise<?> promise && name.startsWith("io.temporal.")) {
            add(new ValuePart(promise::isCompleted, found.where()), found);
        } else if (Values.isText(name)) {
            add(new ValuePart(object::toString, found.where()), found);
        }
    }

    /** Of what a field of the application's holds, or what is in that. */
    private void add(Part part, Found found) {
        parts.add(new Seen(part, found.object(), found.level() <= 1));
    }

    /** Of another object than the workflow's own not what several threads may set. */
    private void lookAtFields(Object holder, int level) {
        boolean hidden = holder.getClass().isHidden();
        List<Field> watched = new ArrayList<>();
        for (Field field : fields.of(holder.getClass())) {
            if (level == 0 || !Modifier.isVolatile(field.getModifiers())) {
                watched.add(field);
                // What a lambda has captured, and the object around an inner one, are as near as these are.
                int beyond = hidden || field.isSynthetic() ? level : level + 1;
                find(OwnFields.read(field, holder), field, beyond);
            }
        }
        parts.add(new Seen(new FieldsPart(holder, watched), holder, level == 0));
    }

    private void findAll(Collection<?> elements, Found in) {
        if (elements.size() <= MOST) {
            elements.forEach(element -> find(element, in.where(), in.level()));
        }
    }

    private static boolean isOthersToo(String name) {
        return name.startsWith("java.util.concurrent.") || name.startsWith("java.util.Collections$Synchronized");
    }
}
