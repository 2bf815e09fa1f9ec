package dev.heddle.extension.determinism;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which objects several runs hold, such as a service that is handed to each: what is in them is no workflow's own. The first
 * runs of a kind are looked at for that. Holds the objects weakly. Thread-safe.
 */
final class SharedObjects {
    private static final int RUNS = 8;
    private static final String SEVERAL = "";

    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

    /** Takes note of what a run holds, whose handlers are of some class. */
    void note(String handler, String run, Collection<Object> objects) {
        kinds.computeIfAbsent(handler, none -> new Kind()).note(run, objects);
    }

    /**
     * Whether a run alone holds an object, as far as that is known.
     *
     * @param unless what to answer while no other run has been seen
     */
    boolean isOwn(String handler, String run, Object object, boolean unless) {
        Kind kind = kinds.get(handler);
        return kind == null ? unless : kind.isOwn(run, object, unless);
    }

    private static final class Kind {
        private final Set<String> runs = new HashSet<>();
        private final Map<Same, String> holders = new HashMap<>();
        private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

        synchronized void note(String run, Collection<Object> objects) {
            if (runs.size() >= RUNS || !runs.add(run)) {
                return;
            }
            for (Object dead = gone.poll(); dead != null; dead = gone.poll()) {
                holders.remove(dead);
            }
            for (Object object : objects) {
                holders.merge(new Same(object, gone), run, (first, second) -> SEVERAL);
            }
        }

        synchronized boolean isOwn(String run, Object object, boolean unless) {
            String holder = holders.get(new Same(object, null));
            boolean others = runs.size() > (runs.contains(run) ? 1 : 0);
            return holder == null ? others || unless : holder.equals(run) && (others || unless);
        }
    }

    /** An object, as itself. */
    private static final class Same extends WeakReference<Object> {
        private final int hash;

        Same(Object object, ReferenceQueue<Object> gone) {
            super(object, gone);
            hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Same same && get() != null && same.refersTo(get());
        }
    }
}
