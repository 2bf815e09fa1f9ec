package dev.heddle.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value on its way between an application and Temporal's server, as a {@link PayloadCodec} sees it: what the
 * application's own converter has made of it, in the words of {@code temporal.api.common.v1.Payload}. It does not change;
 * another one takes its place.
 */
public interface Payload {
    /** The text of a metadata entry, such as {@code encoding}; {@code null} if it has none of that name. */
    @Nullable
    String metadata(String key);

    /** Its data, in an array of the caller's own. */
    byte[] data();

    /** The whole of it as protobuf writes it: what a codec encodes that hides the metadata too. The caller's own. */
    byte[] toByteArray();

    /** How long {@link #toByteArray} is. */
    int size();

    /**
     * Another payload, which has nothing of this one.
     *
     * @param data is not copied: leave it as it is from now on
     */
    Payload replacedBy(Map<String, String> metadata, byte[] data);

    /**
     * The payload of which {@link #toByteArray} has made these bytes.
     *
     * @param bytes are not copied: leave them as they are from now on
     * @throws IllegalArgumentException if they are none
     */
    Payload replacedBy(byte[] bytes);
}
