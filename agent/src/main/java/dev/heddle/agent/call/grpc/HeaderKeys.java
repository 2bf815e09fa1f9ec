package dev.heddle.agent.call.grpc;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The library's keys of the headers that the extensions of a channel or server name, call after call. Thread-safe. */
public final class HeaderKeys {
    /** Extensions name a few; one that thinks of a new name for each call gets a key each time. */
    private static final int MOST = 64;

    private final ConcurrentMap<String, HeaderKey> byName = new ConcurrentHashMap<>();

    HeaderKeys() {}

    /** The key of a name as an extension writes it. */
    HeaderKey of(String name) {
        HeaderKey key = byName.get(name);
        if (key == null) {
            key = HeaderKey.of(name);
            if (byName.size() < MOST) {
                byName.put(name, key);
            }
        }
        return key;
    }
}
