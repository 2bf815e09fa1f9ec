package dev.heddle.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a call. Any text and any bytes arrive as they were put, over Temporal, Nexus and gRPC alike:
 *
 * <table>
 *   <caption>How a value travels</caption>
 *   <tr><th></th><th>text</th><th>bytes</th><th>another value</th></tr>
 *   <tr><td>Temporal</td><td>payload {@code json/plain}</td><td>payload {@code binary/plain}</td>
 *       <td>payload {@code json/plain}</td></tr>
 *   <tr><td>gRPC</td><td>as it is; if it is not printable ASCII its UTF-8 under {@code name-bin}</td>
 *       <td>under {@code name-bin}</td><td>its text</td></tr>
 *   <tr><td>Nexus</td><td>as it is; if it is not printable ASCII its UTF-8 in Base64 under {@code name-bin}</td>
 *       <td>in Base64 under {@code name-bin}</td><td>its text</td></tr>
 * </table>
 *
 * <p>So a program in another language reads what is plain as it is, and the rest under {@code name-bin} as gRPC means
 * binary metadata. What others have written is read as what it is, and what cannot be read as wanted is absent: nothing
 * that arrives makes a method of this interface throw. Not thread-safe, like the call.
 */
public interface Headers {
    /** Whether {@link #put} has an effect: on calls that leave and carry headers. */
    boolean writable();

    /** The names there are, in no order; a copy. */
    Set<String> names();

    /** Whether {@link #names} has this one. */
    default boolean contains(String name) {
        return names().contains(name);
    }

    /** The text, or {@code null} where there is none: no such header, or another program's that is no text. */
    default @Nullable String get(String name) {
        return get(name, String.class);
    }

    /**
     * The value, or {@code null} where there is none or it cannot be read as this type.
     *
     * @param type {@code String}, {@code byte[]}, or of Temporal's headers what its JSON may be read as
     */
    <T> @Nullable T get(String name, Class<T> type);

    /**
     * Sets a header, in place of one of that name.
     *
     * @param value a text, a {@code byte[]}, or what JSON can say: a number, boolean, list, map or bean
     * @throws NullPointerException if the name or the value is {@code null}
     * @throws IllegalArgumentException if the library cannot carry that name, or the value is nothing that JSON can say
     * @throws UnsupportedOperationException where the headers are not {@linkplain #writable() writable}
     */
    void put(String name, Object value);

    /**
     * Sets a header where that is possible and there is a value.
     *
     * @return whether the header is set: {@code false} where the headers are not {@linkplain #writable() writable} or
     *     the value is {@code null}
     * @throws IllegalArgumentException as of {@link #put}
     */
    default boolean putIfWritable(String name, @Nullable Object value) {
        if (value == null || !writable()) {
            return false;
        }
        put(name, value);
        return true;
    }

    /**
     * Whether a header surely is what {@link #put} was given last, this very object, and nobody has replaced it since: so
     * that who has asked the library to go on need not read it again.
     *
     * @return {@code false} too where that is not known
     */
    default boolean isUnchanged(String name, Object value) {
        return false;
    }

    /**
     * Removes a header, if there is one of that name.
     *
     * @throws UnsupportedOperationException where the headers are not {@linkplain #writable() writable}
     */
    void remove(String name);
}
