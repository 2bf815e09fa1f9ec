package dev.heddle.agent.call.temporal;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON objects of nothing but plain texts, as headers of traces are: written byte by byte as the converter does, and read
 * without it, which costs a tenth. Whatever else there is, escapes and other letters among it, is the converter's.
 */
final class PlainJson {
    /** A larger one gains nothing. */
    private static final int LONGEST = 16_384;

    private PlainJson() {}

    /** The object with these members, in their order; {@code null} if they are not all plain, or the map is not the JDK's. */
    static ByteString write(Map<?, ?> members) {
        if (members.getClass().getClassLoader() != null) {
            // An annotation may say how it is written.
            return null;
        }
        int length = 1 + Math.max(1, members.size());
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (!(member.getKey() instanceof String name && member.getValue() instanceof String text)) {
                return null;
            }
            length += name.length() + text.length() + "\"\":\"\"".length();
            if (length > LONGEST) {
                return null;
            }
        }
        byte[] json = new byte[length];
        json[0] = '{';
        int at = 1;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (at > 1) {
                json[at++] = ',';
            }
            at = write(json, at, (String) member.getKey());
            if (at > 0) {
                json[at++] = ':';
                at = write(json, at, (String) member.getValue());
            }
            if (at < 0) {
                return null;
            }
        }
        json[at] = '}';
        return at + 1 == length ? UnsafeByteOperations.unsafeWrap(json) : null;
    }

    /** Where it goes on, or -1. */
    private static int write(byte[] json, int from, String text) {
        int at = from;
        json[at++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isPlain(c)) {
                return -1;
            }
            json[at++] = (byte) c;
        }
        json[at++] = '"';
        return at;
    }

    private static boolean isPlain(int c) {
        return c >= ' ' && c <= '~' && c != '"' && c != '\\';
    }

    /** Its members, in their order; {@code null} if it is anything but an object of plain texts. */
    static Map<String, String> read(ByteString json) {
        int size = json.size();
        if (size < "{\"\":\"\"}".length() || size > LONGEST || json.byteAt(0) != '{' || json.byteAt(size - 1) != '}') {
            return null;
        }
        byte[] bytes = json.toByteArray();
        Map<String, String> members = new LinkedHashMap<>(4);
        int at = 0;
        while (at < size - 1) {
            // Behind the brace or a comma; some write a blank there, and behind the colon.
            int name = skipBlank(bytes, at + 1);
            int nameEnd = textEnd(bytes, name);
            if (nameEnd < 0 || bytes[nameEnd + 1] != ':') {
                return null;
            }
            int text = skipBlank(bytes, nameEnd + 2);
            int end = textEnd(bytes, text);
            if (end < 0) {
                return null;
            }
            members.put(between(bytes, name, nameEnd), between(bytes, text, end));
            at = end + 1;
            if (bytes[at] != ',' && at != size - 1) {
                return null;
            }
        }
        return members;
    }

    private static int skipBlank(byte[] bytes, int at) {
        return at < bytes.length && bytes[at] == ' ' ? at + 1 : at;
    }

    /** Where a text ends that begins here, if that is before the last byte; otherwise -1. */
    private static int textEnd(byte[] bytes, int from) {
        if (from >= bytes.length || bytes[from] != '"') {
            return -1;
        }
        int at = from + 1;
        while (at < bytes.length - 1 && isPlain(bytes[at])) {
            at++;
        }
        return at < bytes.length - 1 && bytes[at] == '"' ? at : -1;
    }

    private static String between(byte[] bytes, int quote, int end) {
        return new String(bytes, quote + 1, end - quote - 1, StandardCharsets.ISO_8859_1);
    }
}
