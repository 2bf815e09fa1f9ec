package dev.heddle.extension.contextpropagation;

import dev.heddle.api.Headers;
import dev.heddle.api.Settings;
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
    private final Map<String, String> headerOf = new LinkedHashMap<>();
    private final int limit;
    private final int total;
    private final System.Logger log;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    private Entries(List<String> keys, String prefix, int limit, int total, System.Logger log) {
        for (String key : keys) {
            headerOf.put(key, checked(prefix + key));
        }
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

    /** What gRPC cannot send would fail each call. */
    private static String checked(String header) {
        if (!header.matches("[0-9A-Za-z_.-]+") || header.endsWith("-bin") || header.startsWith("grpc-")) {
            throw new IllegalArgumentException("no header can be called '" + header
                    + "'; use letters, digits, dots, dashes and underscores in keys and header-prefix, no grpc- in front"
                    + " and no -bin at the end");
        }
        return header;
    }

    /** Puts what there is into headers. */
    void send(Headers headers) {
        int left = total;
        for (Map.Entry<String, String> each : headerOf.entrySet()) {
            String value = MDC.get(each.getKey());
            if (value != null && fits(each.getKey(), value, left, "is not sent")) {
                headers.putIfWritable(each.getValue(), value);
                left -= size(value);
            }
        }
    }

    /** What has come in headers. */
    Received receive(Headers headers) {
        Map<String, String> values = new LinkedHashMap<>();
        int left = total;
        for (Map.Entry<String, String> each : headerOf.entrySet()) {
            String value = headers.get(each.getValue());
            if (value != null && fits(each.getKey(), value, left, "is not taken from a header")) {
                values.put(each.getKey(), value);
                left -= size(value);
            }
        }
        return Received.of(values);
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
