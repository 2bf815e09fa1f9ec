package dev.heddle.agent.call.grpc;

import dev.heddle.api.Headers;
import io.grpc.Metadata;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A view of the library's metadata. Of several values under one name it shows the last, as gRPC does. */
final class MetadataHeaders implements Headers {
    private final Metadata metadata;
    private final boolean writable;

    MetadataHeaders(Metadata metadata, boolean writable) {
        this.metadata = metadata;
        this.writable = writable;
    }

    @Override
    public boolean writable() {
        return writable;
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(metadata.keys());
    }

    @Override
    public <T> T get(String name, Class<T> type) {
        Object value = binary(name) ? metadata.get(binaryKey(name)) : metadata.get(textKey(name));
        if (value == null) {
            return null;
        }
        if (value instanceof byte[] bytes && type == String.class) {
            value = new String(bytes, StandardCharsets.UTF_8);
        }
        if (!type.isInstance(value)) {
            return null;
        }
        return type.cast(value);
    }

    @Override
    public void put(String name, Object value) {
        if (!writable) {
            throw new UnsupportedOperationException("these headers are read-only: see Headers.writable()");
        }
        if (binary(name)) {
            byte[] bytes = value instanceof byte[] given
                    ? given
                    : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
            metadata.discardAll(binaryKey(name));
            metadata.put(binaryKey(name), bytes);
        } else {
            metadata.discardAll(textKey(name));
            metadata.put(textKey(name), String.valueOf(value));
        }
    }

    @Override
    public void remove(String name) {
        if (writable && binary(name)) {
            metadata.discardAll(binaryKey(name));
        } else if (writable) {
            metadata.discardAll(textKey(name));
        }
    }

    private static boolean binary(String name) {
        return name.endsWith(Metadata.BINARY_HEADER_SUFFIX);
    }

    private static Metadata.Key<byte[]> binaryKey(String name) {
        return Metadata.Key.of(name, Metadata.BINARY_BYTE_MARSHALLER);
    }

    private static Metadata.Key<String> textKey(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
