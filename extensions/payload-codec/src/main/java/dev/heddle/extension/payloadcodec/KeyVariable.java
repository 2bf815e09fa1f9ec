package dev.heddle.extension.payloadcodec;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** An environment variable with {@code id=key} for each key, separated by commas. */
record KeyVariable(String setting, String value) implements KeySource {
    @Override
    public KeyRing read() {
        if (value == null) {
            throw new IllegalArgumentException("is not set; set it to ID=KEY, with commas between several");
        }
        Map<String, byte[]> keys = new TreeMap<>();
        for (String entry : value.split(",")) {
            int end = entry.indexOf('=');
            if (end <= 0) {
                throw new IllegalArgumentException(
                        "is not of the form ID=KEY, with commas between several; write it so");
            }
            String id = entry.substring(0, end).strip();
            if (keys.put(id, KeyText.parse(id, entry.substring(end + 1).strip().getBytes(StandardCharsets.ISO_8859_1)))
                    != null) {
                throw new IllegalArgumentException("has two keys '" + id + "'; keep one of them");
            }
        }
        return KeyRing.of(keys);
    }

    /** Nobody is told the name, because somebody may have put the keys there. */
    @Override
    public String toString() {
        return "the environment variable that " + setting + " names";
    }
}
