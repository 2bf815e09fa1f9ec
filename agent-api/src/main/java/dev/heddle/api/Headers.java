package dev.heddle.api;

import java.util.Set;

/**
 * The headers of a call. In Temporal calls values are payloads of encoding {@code json/plain}, as the other SDKs write
 * and read them; in Nexus and gRPC they are strings. Not thread-safe, like the call.
 */
public interface Headers {
    /** Whether {@link #put} has an effect: on calls that leave and carry headers. */
    boolean writable();

    /** The names there are, in no order; a copy. */
    Set<String> names();

    /** The value, or {@code null} where there is none or it is no text: another program's header of that name. */
    default String get(String name) {
        try {
            return get(name, String.class);
        } catch (IllegalArgumentException noText) {
            return null;
        }
    }

    /**
     * The value, or {@code null} where there is none.
     *
     * @throws IllegalArgumentException if it is not readable as this type
     */
    <T> T get(String name, Class<T> type);

    /**
     * Sets a header, in place of one of that name.
     *
     * @param value what JSON can say: a string, number, boolean, list, map or bean
     * @return whether the header is set: {@code false} where the headers are not {@linkplain #writable() writable}
     */
    boolean put(String name, Object value);

    /** Removes a header, if the headers are writable and have it. */
    void remove(String name);
}
