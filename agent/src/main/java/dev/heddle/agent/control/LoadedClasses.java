package dev.heddle.agent.control;

import dev.heddle.agent.weave.WeaveLog;
import dev.heddle.agent.weave.WeavePoint;
import dev.heddle.agent.weave.WeaveTransformer;
import dev.heddle.agent.weave.Weaving;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The classes of this JVM that are loaded already: weaves them, and sets them back. */
final class LoadedClasses {
    private final Instrumentation instrumentation;
    private final WeaveTransformer transformer;

    LoadedClasses(Instrumentation instrumentation, WeaveTransformer transformer) {
        this.instrumentation = instrumentation;
        this.transformer = transformer;
    }

    /** Those that have points, with the name of one. */
    Map<Class<?>, String> points() {
        Map<Class<?>, String> points = new HashMap<>();
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            List<WeavePoint> ofClass = transformer.points(loaded.getName().replace('.', '/'));
            if (ofClass != null && !ofClass.isEmpty() && loaded.getClassLoader() != null) {
                points.put(loaded, ofClass.get(0).name());
            }
        }
        return points;
    }

    /** Which objects that exist do not pass the chains, as far as their classes tell, in words for the operator. */
    Set<String> notReached() {
        Set<String> lines = new TreeSet<>();
        Set<ClassLoader> loaders = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            String name = loaded.getName().replace('.', '/');
            if (loaded.getClassLoader() != null && transformer.outOfReach(name) != null) {
                lines.add(transformer.outOfReach(name) + " (" + loaded.getName() + ")");
            } else if (transformer.points(name) != null) {
                loaders.add(loaded.getClassLoader());
            }
        }
        for (ClassLoader loader : loaders) {
            for (Weaving.Woven woven : transformer.weaving().of(loader)) {
                if (woven.problem() != null) {
                    lines.add(woven.name().replace('/', '.') + ", which " + woven.problem());
                }
            }
        }
        return lines;
    }

    /** Has also what reaches objects that exist be woven from now on. */
    void reachExisting() {
        transformer.reachExisting();
    }

    /** Weaves them. */
    void weave() {
        transform(instrumentation, points().keySet());
    }

    /** Sets them back to what the library has shipped; nothing is woven any more. */
    void restore() {
        instrumentation.removeTransformer(transformer);
        transform(instrumentation, points().keySet());
    }

    /** All at once, for the JVM stops for it; one after the other only if one of them cannot be. */
    static void transform(Instrumentation instrumentation, Collection<Class<?>> classes) {
        if (classes.isEmpty()) {
            return;
        }
        try {
            instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
        } catch (UnmodifiableClassException | RuntimeException | LinkageError oneOfThem) {
            for (Class<?> each : classes) {
                try {
                    instrumentation.retransformClasses(each);
                } catch (UnmodifiableClassException | RuntimeException | LinkageError failure) {
                    WeaveLog.notWoven(each.getName(), each.getProtectionDomain(), failure.toString());
                }
            }
        }
    }
}
