package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.HeaderText;
import dev.heddle.api.Headers;
import io.grpc.Metadata;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A view of the library's metadata, as {@link Headers} says. gRPC carries printable ASCII as it is, and bytes under a
 * name that ends in {@code -bin}; any other text travels there as UTF-8. Of several values under one name it shows the
 * last, as gRPC does.
 */
public final class MetadataHeaders implements Headers {
    private final Metadata metadata;
    private final boolean writable;
    private final HeaderKeys keys;

    /** A view of what is seldom looked at. */
    public MetadataHeaders(Metadata metadata, boolean writable) {
        this(metadata, writable, null);
    }

    /**
     * A view.
     *
     * @param keys those that have been made before, or {@code null}
     */
    public MetadataHeaders(Metadata metadata, boolean writable, HeaderKeys keys) {
        this.metadata = metadata;
        this.writable = writable;
        this.keys = keys;
    }

    @Override
    public boolean writable() {
        return writable;
    }

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String key : metadata.keys()) {
            names.add(HeaderKey.plain(key));
        }
        return names;
    }

    @Override
    public <T> T get(String name, Class<T> type) {
        HeaderKey key = key(name);
        if (!key.canBeRead()) {
            return null;
        }
        String text = key.namesBytes() ? null : metadata.get(key.text());
        if (text != null) {
            return type.isInstance(text) ? type.cast(text) : null;
        }
        byte[] bytes = metadata.get(key.bytes());
        if (bytes == null || type == byte[].class) {
            return type.cast(bytes);
        }
        Object decoded = HeaderText.decode(bytes);
        Object value = decoded == null ? bytes : decoded;
        return type.isInstance(value) ? type.cast(value) : null;
    }

    @Override
    public void put(String name, Object value) {
        HeaderKey key = key(name);
        Objects.requireNonNull(value, "value");
        mustBeWritable();
        if (!key.canBeWritten()) {
            throw new IllegalArgumentException("gRPC carries no header of the name " + name);
        }
        byte[] bytes = value instanceof byte[] given ? given : null;
        String text = bytes == null ? value.toString() : null;
        // Other texts would be trimmed, refused, or arrive with question marks.
        if (text != null && (!HeaderText.isPlain(text) || key.namesBytes())) {
            bytes = encode(text);
        }
        discard(key);
        if (bytes == null) {
            metadata.put(key.text(), text);
        } else {
            metadata.put(key.bytes(), bytes);
        }
    }

    @Override
    public void remove(String name) {
        mustBeWritable();
        HeaderKey key = key(name);
        if (key.canBeWritten()) {
            discard(key);
        }
    }

    private HeaderKey key(String name) {
        return keys == null ? HeaderKey.of(name) : keys.of(name);
    }

    private void discard(HeaderKey key) {
        metadata.discardAll(key.text());
        metadata.discardAll(key.bytes());
    }

    private void mustBeWritable() {
        if (!writable) {
            throw new UnsupportedOperationException(
                    "the metadata of a call that arrives, and of a response to a client,"
                            + " are read-only; ask writable()");
        }
    }

    private static byte[] encode(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException halfAPair) {
            throw new IllegalArgumentException("the value is no text that UTF-8 can say", halfAPair);
        }
    }
}
