package dev.heddle.agent.call.temporal;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * JSON objects of nothing but plain texts, as headers of traces are: written byte by byte as the converter does, and read
 * without it, which costs a tenth. Whatever else there is, escapes and other letters among it, is the converter's.
 */
final class PlainJson {
    /** A larger one gains nothing. */
    private static final int LONGEST = 16_384;
    /** Names that many have, which are not made anew each time. */
    private static final String[] USUAL = {"traceparent", "tracestate", "baggage"};

    private PlainJson() {}

    /**
     * The object that a map is, its members in their order, or an entry, which is one of one member; {@code null} if it is
     * something else, not all plain, or not the JDK's.
     */
    static ByteString write(Object value) {
        if (value.getClass().getClassLoader() != null) {
            // An annotation may say how it is written.
            return null;
        }
        return value instanceof Map<?, ?> members
                ? write(members)
                : value instanceof Map.Entry<?, ?> only ? write(only) : null;
    }

    private static ByteString write(Map<?, ?> members) {
        Set<? extends Map.Entry<?, ?>> entries = members.entrySet();
        int length = 1 + Math.max(1, entries.size());
        for (Map.Entry<?, ?> member : entries) {
            int more = length(member);
            length += more;
            if (more < 0 || length > LONGEST) {
                return null;
            }
        }
        byte[] json = new byte[length];
        int at = 1;
        for (Map.Entry<?, ?> member : entries) {
            if (at > 1) {
                json[at++] = ',';
            }
            at = write(json, at, member);
            if (at < 0) {
                return null;
            }
        }
        return whole(json, at);
    }

    /** Without a view of a map, which is an object more. */
    private static ByteString write(Map.Entry<?, ?> only) {
        int length = length(only);
        if (length < 0) {
            return null;
        }
        byte[] json = new byte[length + "{}".length()];
        return whole(json, write(json, 1, only));
    }

    private static int length(Map.Entry<?, ?> member) {
        if (member.getKey() instanceof String name && member.getValue() instanceof String text) {
            int length = name.length() + text.length() + "\"\":\"\"".length();
            return length > LONGEST ? -1 : length;
        }
        return -1;
    }

    /** {@code null} if its members do not end before the last byte. */
    private static ByteString whole(byte[] json, int end) {
        json[0] = '{';
        json[json.length - 1] = '}';
        return end + 1 == json.length ? UnsafeByteOperations.unsafeWrap(json) : null;
    }

    private static int write(byte[] json, int from, Map.Entry<?, ?> member) {
        int at = write(json, from, (String) member.getKey());
        if (at < 0) {
            return -1;
        }
        json[at] = ':';
        return write(json, at + 1, (String) member.getValue());
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
        Map<String, String> members = new LinkedHashMap<>(4);
        int at = 0;
        while (at < size - 1) {
            // Behind the brace or a comma; some write a blank there, and behind the colon.
            int name = skipBlank(json, at + 1);
            int nameEnd = textEnd(json, name);
            if (nameEnd < 0 || json.byteAt(nameEnd + 1) != ':') {
                return null;
            }
            int text = skipBlank(json, nameEnd + 2);
            int end = textEnd(json, text);
            if (end < 0) {
                return null;
            }
            members.put(name(json, name, nameEnd), between(json, text, end));
            at = end + 1;
            if (json.byteAt(at) != ',' && at != size - 1) {
                return null;
            }
        }
        return members;
    }

    private static int skipBlank(ByteString json, int at) {
        return at < json.size() && json.byteAt(at) == ' ' ? at + 1 : at;
    }

    /** Where a text ends that begins here, if that is before the last byte; otherwise -1. */
    private static int textEnd(ByteString json, int from) {
        if (from >= json.size() || json.byteAt(from) != '"') {
            return -1;
        }
        int at = from + 1;
        while (at < json.size() - 1 && isPlain(json.byteAt(at))) {
            at++;
        }
        return at < json.size() - 1 && json.byteAt(at) == '"' ? at : -1;
    }

    private static String name(ByteString json, int quote, int end) {
        for (String usual : USUAL) {
            if (usual.length() == end - quote - 1 && isAt(json, quote + 1, usual)) {
                return usual;
            }
        }
        return between(json, quote, end);
    }

    private static boolean isAt(ByteString json, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (json.byteAt(at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String between(ByteString json, int quote, int end) {
        return json.substring(quote + 1, end).toStringUtf8();
    }
}
