package dev.heddle.agent.call.temporal;

import dev.heddle.agent.call.HeaderText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Headers as Nexus carries them, over HTTP: strings of printable ASCII, whose names differ in more than case. Bytes, and
 * text that HTTP would not leave as it is, travel in Base64 under a name that ends in {@code -bin}, as in gRPC.
 */
final class StringHeaders extends CallHeaders<String> {
    private static final String BINARY = "-bin";

    StringHeaders(Map<String, String> values, boolean writable) {
        super(values, writable);
    }

    @Override
    void write(Accessors accessors, Object[] components, Map<String, String> replacement) {
        components[accessors.indexOf("headers")] = replacement;
    }

    @Override
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (String key : keys()) {
            names.add(plain(key));
        }
        return names;
    }

    @Override
    public <T> T get(String name, Class<T> type) {
        String plain = plain(name);
        String text = plain.equals(name) ? find(name) : null;
        Object value = text;
        if (text == null) {
            String encoded = find(plain + BINARY);
            byte[] bytes = encoded == null ? null : bytes(encoded);
            // Another program may mean something else by a name that ends like this.
            String decoded = bytes == null ? encoded : HeaderText.decode(bytes);
            value = type == byte[].class || decoded == null ? bytes : decoded;
        }
        return type.isInstance(value) ? type.cast(value) : null;
    }

    private static byte[] bytes(String encoded) {
        try {
            return Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    @Override
    void store(String name, Object value) {
        if (!HeaderText.isHttpName(name)) {
            throw new IllegalArgumentException("a Nexus call carries no header of this name: HTTP would not");
        }
        String plain = plain(name);
        discard(name);
        if (value instanceof byte[] bytes) {
            set(plain + BINARY, Base64.getEncoder().encodeToString(bytes));
            return;
        }
        String text = String.valueOf(value);
        if (plain.equals(name) && HeaderText.isPlain(text)) {
            set(name, text);
        } else {
            set(plain + BINARY, Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Override
    void discard(String name) {
        String plain = plain(name);
        for (String key : Set.copyOf(keys())) {
            if (plain(key).equalsIgnoreCase(plain)) {
                unset(key);
            }
        }
    }

    private String find(String name) {
        String exact = value(name);
        if (exact != null) {
            return exact;
        }
        for (String key : keys()) {
            if (key.equalsIgnoreCase(name)) {
                return value(key);
            }
        }
        return null;
    }

    private static String plain(String name) {
        int length = name.length() - BINARY.length();
        return name.regionMatches(true, length, BINARY, 0, BINARY.length()) ? name.substring(0, length) : name;
    }
}
