package dev.heddle.extension.payloadcodec.serve;

import dev.heddle.api.Payload;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A payload that somebody has sent. */
record ServedPayload(Map<String, byte[]> all, byte[] bytes) implements Payload {
    @Override
    public String metadata(String key) {
        byte[] value = all.get(key);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    @Override
    public byte[] data() {
        return bytes.clone();
    }

    @Override
    public byte[] toByteArray() {
        return PayloadBytes.write(all, bytes);
    }

    @Override
    public int size() {
        return toByteArray().length;
    }

    @Override
    public ServedPayload replacedBy(Map<String, String> metadata, byte[] data) {
        Map<String, byte[]> replaced = new LinkedHashMap<>();
        metadata.forEach((key, value) -> replaced.put(key, value.getBytes(StandardCharsets.UTF_8)));
        return new ServedPayload(replaced, data);
    }

    @Override
    public ServedPayload replacedBy(byte[] written) {
        return PayloadBytes.read(written);
    }
}
