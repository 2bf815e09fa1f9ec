package dev.heddle.extension.determinism;

import dev.heddle.api.Attribute;
import dev.heddle.api.WorkflowCall;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The objects of the application that answer the queries of one run and check its updates: the workflow's own, and other
 * listeners. The SDK registers functions, which have captured them. Used by one thread at a time, as the workflow is.
 */
final class HandlerObjects {
    private static final Attribute<HandlerObjects> OF_RUN = Attribute.named("determinism.handlers");
    /** An input, its list of requests, a request, its function. */
    private static final int DEEPEST = 4;

    private final List<Object> objects = new ArrayList<>();

    /** Those of a call's run, as far as they have registered. */
    static Collection<Object> of(WorkflowCall call) {
        HandlerObjects known = call.get(OF_RUN);
        return known == null ? List.of() : new ArrayList<>(known.objects);
    }

    /** Takes note of what a call registers. */
    static void register(WorkflowCall call, OwnFields fields) {
        HandlerObjects known = call.get(OF_RUN);
        if (known == null) {
            known = new HandlerObjects();
            call.set(OF_RUN, known);
        }
        known.add(call.unwrap(Object.class), fields, 0);
    }

    /** What is the application's, within what is the SDK's. */
    private void add(Object each, OwnFields fields, int depth) {
        if (each == null || depth > DEEPEST) {
            return;
        }
        if (each instanceof Collection<?> several) {
            several.forEach(one -> add(one, fields, depth + 1));
        } else if (fields.isOwn(each.getClass())) {
            if (objects.stream().noneMatch(known -> known == each)) {
                objects.add(each);
            }
        } else if (each.getClass().getName().startsWith("io.temporal.")) {
            for (Field field : each.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && field.trySetAccessible()) {
                    add(OwnFields.read(field, each), fields, depth + 1);
                }
            }
        }
    }
}
