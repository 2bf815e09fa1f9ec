package dev.heddle.agent.call.grpc;

import io.grpc.Metadata;
import java.util.Locale;

/** What gRPC has for one name of a header: a key of texts, and one of bytes, whose name ends in {@code -bin}. */
final class HeaderKey {
    private static final String BINARY = Metadata.BINARY_HEADER_SUFFIX;

    private final boolean namesBytes;
    private final Metadata.Key<String> text;
    private final Metadata.Key<byte[]> bytes;

    private HeaderKey(boolean namesBytes, Metadata.Key<String> text, Metadata.Key<byte[]> bytes) {
        this.namesBytes = namesBytes;
        this.text = text;
        this.bytes = bytes;
    }

    /** That of a name as an extension writes it. */
    static HeaderKey of(String name) {
        String plain = plain(name.toLowerCase(Locale.ROOT));
        if (!valid(plain)) {
            return new HeaderKey(false, null, null);
        }
        return new HeaderKey(
                name.length() != plain.length(),
                plain.endsWith(BINARY) ? null : Metadata.Key.of(plain, Metadata.ASCII_STRING_MARSHALLER),
                Metadata.Key.of(plain + BINARY, Metadata.BINARY_BYTE_MARSHALLER));
    }

    /** A name without what says that its values are bytes. */
    static String plain(String name) {
        return name.endsWith(BINARY) ? name.substring(0, name.length() - BINARY.length()) : name;
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

    /** Whether there may be such a header. */
    boolean canBeRead() {
        return bytes != null;
    }

    /** Whether one can be set, as text or as bytes: {@code x-bin-bin} cannot. */
    boolean canBeWritten() {
        return text != null;
    }

    /** Whether the name says itself that the values are bytes. */
    boolean namesBytes() {
        return namesBytes;
    }

    Metadata.Key<String> text() {
        return text;
    }

    Metadata.Key<byte[]> bytes() {
        return bytes;
    }
}
