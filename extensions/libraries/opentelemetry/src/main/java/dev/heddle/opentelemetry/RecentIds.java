package dev.heddle.opentelemetry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The IDs of the last spans that may be told again. Thread-safe. */
final class RecentIds {
    private static final int REMEMBERED = 16_384;

    private final Set<String> ids = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** Whether it is new here. */
    synchronized boolean add(String id) {
        return ids.add(id);
    }
}
