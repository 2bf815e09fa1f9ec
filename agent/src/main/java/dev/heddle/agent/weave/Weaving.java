package dev.heddle.agent.weave;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What has become of the classes that are to be woven, of each loader. Holds no loader. Thread-safe. */
public final class Weaving {
    private final List<Woven> classes = new ArrayList<>();

    Weaving() {}

    /**
     * A class of a loader.
     *
     * @param name as the JVM has it
     * @param problem why it is not woven, or not all of it; {@code null} if it is
     */
    public record Woven(String name, WeakReference<ClassLoader> loader, String problem) {}

    /** Notes what has become of a class, instead of what was noted before. */
    synchronized void add(String name, ClassLoader loader, String problem) {
        for (Iterator<Woven> each = classes.iterator(); each.hasNext(); ) {
            Woven known = each.next();
            boolean same = known.loader().refersTo(loader) && known.name().equals(name);
            if (same || known.loader().refersTo(null)) {
                each.remove();
            }
        }
        classes.add(new Woven(name, new WeakReference<>(loader), problem));
    }

    /** The classes of a loader. */
    public synchronized List<Woven> of(ClassLoader loader) {
        List<Woven> woven = new ArrayList<>();
        for (Woven each : classes) {
            if (each.loader().refersTo(loader)) {
                woven.add(each);
            }
        }
        return woven;
    }
}
