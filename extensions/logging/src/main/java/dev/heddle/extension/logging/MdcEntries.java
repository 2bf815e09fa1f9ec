package dev.heddle.extension.logging;

import dev.heddle.api.Call;
import dev.heddle.api.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/** The entries that the application's own lines can show while its code runs, under the keys that the operator chose. */
final class MdcEntries {
    private static final String[] ALL = {
        "Namespace",
        "TaskQueue",
        "WorkflowId",
        "RunId",
        "WorkflowType",
        "Attempt",
        "ActivityId",
        "ActivityType",
        "UpdateName",
        "NexusService",
        "NexusOperation",
        "rpc.method",
        "trace_id",
        "span_id"
    };

    private final Entry[] entries;
    final String[] keys;
    private final ApplicationLog log;
    private final CurrentTrace current;

    private MdcEntries(Map<Entry, String> keyOf, ApplicationLog log, CurrentTrace current) {
        this.entries = keyOf.keySet().toArray(new Entry[0]);
        this.keys = keyOf.values().toArray(new String[0]);
        this.log = log;
        this.current = current;
    }

    /**
     * Those that the settings name, each as {@code entry} or {@code entry:key}.
     *
     * @throws IllegalArgumentException if one of them does not exist
     */
    static MdcEntries of(Settings settings, ApplicationLog log, CurrentTrace current) {
        Map<Entry, String> keyOf = new LinkedHashMap<>();
        for (String text : settings.list("mdc", ALL)) {
            int colon = text.indexOf(':');
            String name = colon < 0 ? text : text.substring(0, colon).strip();
            keyOf.put(
                    Entry.ofKey(name),
                    colon < 0 ? name : text.substring(colon + 1).strip());
        }
        return new MdcEntries(keyOf, log, current);
    }

    boolean isEmpty() {
        return keys.length == 0;
    }

    /** The scope of a call: reads what stays the same once. */
    MdcScope of(Call call) {
        String[] values = new String[keys.length];
        for (int at = 0; at < values.length; at++) {
            values[at] = entries[at].of(call);
        }
        return new MdcScope(this, values, Trace.of(call));
    }

    /** Puts them into the MDC of this thread. */
    AutoCloseable open(String[] fixed, Trace fromHeader) {
        Trace now = current.of(current.context());
        Trace trace = now == null ? fromHeader : now;
        String[] before = new String[keys.length];
        long changed = 0;
        for (int at = 0; at < keys.length; at++) {
            String value = trace == null ? fixed[at] : value(entries[at], fixed[at], trace);
            if (value != null) {
                before[at] = log.get(keys[at]);
                // The SDK has set some of them on most threads.
                if (!value.equals(before[at])) {
                    log.put(keys[at], value);
                    changed |= 1L << at;
                }
            }
        }
        return changed == 0 ? null : new MdcBefore(log, keys, before, changed);
    }

    private static String value(Entry entry, String fixed, Trace trace) {
        return entry == Entry.TRACE_ID ? trace.traceId() : entry == Entry.SPAN_ID ? trace.spanId() : fixed;
    }
}
