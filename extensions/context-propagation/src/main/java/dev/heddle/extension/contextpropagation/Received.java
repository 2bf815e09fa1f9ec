package dev.heddle.extension.contextpropagation;

import java.util.Map;
import org.slf4j.MDC;

/** Entries that have come with a call. Without lambdas, whose first use would hold up a workflow's thread. */
record Received(String[] keys, String[] values) {
    static Received of(Map<String, String> entries) {
        return new Received(
                entries.keySet().toArray(new String[0]), entries.values().toArray(new String[0]));
    }

    boolean isEmpty() {
        return keys.length == 0;
    }

    /** Puts them into the MDC of this thread. */
    Before attach() {
        String[] before = new String[keys.length];
        for (int at = 0; at < keys.length; at++) {
            before[at] = MDC.get(keys[at]);
            MDC.put(keys[at], values[at]);
        }
        return new Before(keys, before);
    }

    /** What was there before; closing it brings that back. */
    record Before(String[] keys, String[] values) implements AutoCloseable {
        @Override
        public void close() {
            for (int at = 0; at < keys.length; at++) {
                if (values[at] == null) {
                    MDC.remove(keys[at]);
                } else {
                    MDC.put(keys[at], values[at]);
                }
            }
        }
    }
}
