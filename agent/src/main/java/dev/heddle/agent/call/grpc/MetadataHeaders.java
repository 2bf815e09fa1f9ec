package dev.heddle.agent.call.grpc;

import dev.heddle.agent.call.HeaderText;
import dev.heddle.api.Headers;
import io.grpc.Metadata;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A view of the library's metadata, as {@link Headers} says. gRPC carries printable ASCII as it is, and bytes under a
 * name that ends in {@code -bin}; any other text travels there as UTF-8. Of several values under one name it shows the
 * last, as gRPC does.
 */
public final class MetadataHeaders implements Headers {
    private static final String BINARY = Metadata.BINARY_HEADER_SUFFIX;

    private final Metadata metadata;
    private final boolean writable;

    /** A view. */
    public MetadataHeaders(Metadata metadata, boolean writable) {
        this.metadata = metadata;
        this.writable = writable;
    }

    @Override
    public boolean writable() {
        return writable;
    }

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String key : metadata.keys()) {
            names.add(plain(key));
        }
        return names;
    }

    @Override
    public <T> T get(String name, Class<T> type) {
        String plain = plain(name.toLowerCase(Locale.ROOT));
        if (!valid(plain)) {
            return null;
        }
        String text = name.length() == plain.length() ? metadata.get(textKey(plain)) : null;
        if (text != null) {
            return type.isInstance(text) ? type.cast(text) : null;
        }
        byte[] bytes = metadata.get(binaryKey(plain));
        if (bytes == null || type == byte[].class) {
            return type.cast(bytes);
        }
        Object decoded = HeaderText.decode(bytes);
        Object value = decoded == null ? bytes : decoded;
        return type.isInstance(value) ? type.cast(value) : null;
    }

    @Override
    public void put(String name, Object value) {
        String plain = plain(name.toLowerCase(Locale.ROOT));
        Objects.requireNonNull(value, "value");
        mustBeWritable();
        if (!valid(plain)) {
            throw new IllegalArgumentException("gRPC carries no header of the name " + name);
        }
        byte[] bytes = value instanceof byte[] given ? given : null;
        String text = bytes == null ? value.toString() : null;
        // Other texts would be trimmed, refused, or arrive with question marks.
        if (text != null && (!HeaderText.isPlain(text) || name.length() != plain.length())) {
            bytes = encode(text);
        }
        discard(plain);
        if (bytes == null) {
            metadata.put(textKey(plain), text);
        } else {
            metadata.put(binaryKey(plain), bytes);
        }
    }

    @Override
    public void remove(String name) {
        mustBeWritable();
        String plain = plain(name.toLowerCase(Locale.ROOT));
        if (valid(plain)) {
            discard(plain);
        }
    }

    private void discard(String plain) {
        metadata.discardAll(textKey(plain));
        metadata.discardAll(binaryKey(plain));
    }

    private void mustBeWritable() {
        if (!writable) {
            throw new UnsupportedOperationException(
                    "the metadata of a call that arrives, and of a response to a client,"
                            + " are read-only; ask writable()");
        }
    }

    private static String plain(String key) {
        return key.endsWith(BINARY) ? key.substring(0, key.length() - BINARY.length()) : key;
    }

    /** Whether gRPC takes the name; it would throw. */
    private static boolean valid(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.')) {
                return false;
            }
        }
        return !name.isEmpty();
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

    private static Metadata.Key<String> textKey(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    private static Metadata.Key<byte[]> binaryKey(String name) {
        return Metadata.Key.of(name + BINARY, Metadata.BINARY_BYTE_MARSHALLER);
    }
}
