package dev.heddle.agent.control;

import java.lang.ref.WeakReference;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** The JARs and folders that workflow implementations lie in. Holds domains weakly. Thread-safe. */
final class PlacesOfWorkflows {
    /** To ask a domain for its place takes longer than all else that is done for a class as it loads. */
    private final Map<ProtectionDomain, Boolean> known = new WeakHashMap<>();

    private final Set<String> places = new HashSet<>();
    /** Classes of one place load one after the other. */
    private volatile Last last = new Last(null, false);

    private static final class Last extends WeakReference<ProtectionDomain> {
        private final boolean has;

        Last(ProtectionDomain domain, boolean has) {
            super(domain);
            this.has = has;
        }
    }

    /** Adds that of a domain, if it has one. */
    synchronized void add(ProtectionDomain domain) {
        String place = place(domain);
        if (place != null && places.add(place)) {
            known.clear();
            last = new Last(null, false);
        }
    }

    /** Whether the classes of a domain lie in one of these. */
    boolean have(ProtectionDomain domain) {
        if (domain == null) {
            return false;
        }
        Last before = last;
        return before.refersTo(domain) ? before.has : look(domain);
    }

    private synchronized boolean look(ProtectionDomain domain) {
        Boolean has = known.get(domain);
        if (has == null) {
            has = places.contains(String.valueOf(place(domain)));
            known.put(domain, has);
        }
        last = new Last(domain, has);
        return has;
    }

    private static String place(ProtectionDomain domain) {
        CodeSource source = domain == null ? null : domain.getCodeSource();
        return source == null || source.getLocation() == null
                ? null
                : source.getLocation().toString();
    }
}
