package dev.heddle.extension.contextpropagation;

import dev.heddle.api.Call;
import dev.heddle.api.Headers;
import dev.heddle.api.Settings;
import dev.heddle.api.TemporalCall;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.MDC;

/**
 * The entries to carry. One that is too large is left out, because it would break the call that it goes with: gRPC takes
 * 8 kB of headers, Temporal 2 MB. It is not cut, because half an ID is another one. Thread-safe.
 */
final class Entries {
    private final Entry[] entries;
    private final int limit;
    private final int total;
    private final System.Logger log;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    private Entries(List<String> keys, String prefix, int limit, int total, System.Logger log) {
        entries = keys.stream().map(key -> Entry.of(key, prefix)).toArray(Entry[]::new);
        this.limit = limit;
        this.total = total;
        this.log = log;
    }

    /**
     * The entries that the settings name.
     *
     * @throws IllegalArgumentException if no header can be called so
     */
    static Entries of(Settings settings) {
        return new Entries(
                settings.list("keys", "userId"),
                settings.get("header-prefix", ""),
                settings.get("limit", 1_024),
                settings.get("total", 4_096),
                settings.logger());
    }

    /** Puts what there is into the headers of a call. */
    void send(Call call) {
        Headers headers = call.headers();
        Map<String, Map<String, String>> objects = null;
        int left = total;
        for (Entry each : entries) {
            String value = MDC.get(each.key());
            if (value == null || !fits(each.key(), value, left, "is not sent")) {
                continue;
            }
            left -= size(value);
            if (!each.isField()) {
                headers.putIfWritable(each.header(), value);
            } else if (hasObjects(call)) {
                objects = objects == null ? new LinkedHashMap<>() : objects;
                put(objects, each, value);
            }
        }
        if (objects != null) {
            for (Map.Entry<String, Map<String, String>> object : objects.entrySet()) {
                headers.putIfWritable(object.getKey(), object.getValue());
            }
        }
    }

    private static void put(Map<String, Map<String, String>> objects, Entry entry, String value) {
        Map<String, String> object = objects.get(entry.header());
        if (object == null) {
            object = new LinkedHashMap<>();
            objects.put(entry.header(), object);
        }
        object.put(entry.field(), value);
    }

    /** What has come in the headers of a call. */
    Received receive(Call call) {
        Map<String, String> values = new LinkedHashMap<>();
        int left = total;
        for (Entry each : entries) {
            String value = read(call, each);
            if (value != null && fits(each.key(), value, left, "is not taken from a header")) {
                values.put(each.key(), value);
                left -= size(value);
            }
        }
        return Received.of(values);
    }

    private static String read(Call call, Entry entry) {
        if (!entry.isField()) {
            return call.headers().get(entry.header());
        }
        Map<?, ?> object = hasObjects(call) ? call.headers().get(entry.header(), Map.class) : null;
        return object != null && object.get(entry.field()) instanceof String text ? text : null;
    }

    /** Headers of gRPC and Nexus are texts. */
    private static boolean hasObjects(Call call) {
        return call instanceof TemporalCall temporal && temporal.nexusOperation() == null;
    }

    /** Says so once for each key and reason if it does not, and never the value. */
    private boolean fits(String key, String value, int left, String otherwise) {
        int size = size(value);
        String setting = size > limit ? "limit" : "total";
        boolean fits = size <= limit && size <= left;
        if (!fits && said.add(key + setting + otherwise)) {
            log.log(
                    Level.WARNING,
                    key + ' ' + otherwise + " where it is as large as now, " + size + " bytes: the setting " + setting
                            + " says how many it may have"
                            + (size > limit ? "" : " together with what is listed before it"));
        }
        return fits;
    }

    /** In UTF-8; of what is too large anyhow the characters. */
    private int size(String value) {
        return value.length() > limit ? value.length() : value.getBytes(StandardCharsets.UTF_8).length;
    }
}
