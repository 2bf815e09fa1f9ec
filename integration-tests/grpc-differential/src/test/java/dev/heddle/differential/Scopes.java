package dev.heddle.differential;

import io.grpc.Context;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What the application attaches to threads, in two ways, and sees again where its code runs within. */
final class Scopes {
    /** Set by the client around all that it does. */
    static final Context.Key<String> CALLER = Context.key("caller");

    private static final Map<Place, Context.Key<String>> KEYS = new EnumMap<>(Place.class);
    private static final ThreadLocal<Set<Place>> LOCAL = ThreadLocal.withInitial(() -> EnumSet.noneOf(Place.class));

    static {
        for (Place place : Place.values()) {
            KEYS.put(place, Context.key(place.name()));
        }
    }

    private Scopes() {}

    /** Runs something within the scopes of a place. */
    static void run(Place place, boolean context, boolean threadLocal, Runnable body) {
        Context attached = context ? Context.current().withValue(KEYS.get(place), "there") : null;
        Context before = context ? attached.attach() : null;
        boolean added = threadLocal && LOCAL.get().add(place);
        try {
            body.run();
        } finally {
            if (added) {
                LOCAL.get().remove(place);
            }
            if (context) {
                attached.detach(before);
            }
        }
    }

    /** The scopes that the current thread is in, to be added to a line, and whether they are over if that is wanted. */
    static String visible(boolean over) {
        Context context = Context.current();
        StringBuilder seen = new StringBuilder();
        if (CALLER.get(context) != null) {
            seen.append(" caller");
        }
        KEYS.forEach((place, key) -> seen.append(key.get(context) == null ? "" : " " + place));
        if (over && context.isCancelled()) {
            seen.append(" cancelled");
        }
        if (context.getDeadline() != null) {
            seen.append(" deadline");
        }
        LOCAL.get().forEach(place -> seen.append(" local-").append(place));
        return seen.length() == 0 ? "" : "   [" + seen.substring(1) + "]";
    }
}
