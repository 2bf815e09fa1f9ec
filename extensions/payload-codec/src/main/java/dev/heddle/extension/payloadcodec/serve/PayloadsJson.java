package dev.heddle.extension.payloadcodec.serve;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.heddle.api.Payload;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Payloads as protobuf's JSON has them: {@code {"payloads": [{"metadata": {"encoding": BASE64}, "data": BASE64}]}}. */
final class PayloadsJson {
    private static final String PAYLOADS = "payloads";
    private static final String METADATA = "metadata";
    private static final String DATA = "data";

    private PayloadsJson() {}

    /** What becomes of a payload. */
    interface Change {
        Payload of(Payload payload) throws Exception;
    }

    /**
     * The same with each payload changed; what stays as it is keeps what else it has.
     *
     * @throws IllegalArgumentException if these are no payloads
     * @throws Exception of the change
     */
    static String changed(String json, Change change) throws Exception {
        JsonArray changed = new JsonArray();
        for (JsonElement each : payloads(json)) {
            ServedPayload before = read(each);
            Payload after = change.of(before);
            changed.add(after == before ? each : write((ServedPayload) after));
        }
        JsonObject all = new JsonObject();
        all.add(PAYLOADS, changed);
        return all.toString();
    }

    private static JsonArray payloads(String json) {
        try {
            JsonElement payloads =
                    JsonParser.parseString(json).getAsJsonObject().get(PAYLOADS);
            return payloads == null || payloads.isJsonNull() ? new JsonArray() : payloads.getAsJsonArray();
        } catch (JsonParseException | IllegalStateException unfit) {
            // Its message may have a part of a payload in it.
            throw new IllegalArgumentException("the body should be the JSON of Temporal's Payloads");
        }
    }

    private static ServedPayload read(JsonElement json) {
        try {
            JsonObject payload = json.getAsJsonObject();
            Map<String, byte[]> metadata = new LinkedHashMap<>();
            if (payload.has(METADATA)) {
                payload.getAsJsonObject(METADATA)
                        .entrySet()
                        .forEach(entry -> metadata.put(entry.getKey(), bytes(entry.getValue())));
            }
            return new ServedPayload(metadata, payload.has(DATA) ? bytes(payload.get(DATA)) : new byte[0]);
        } catch (IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | UnsupportedOperationException unfit) {
            throw new IllegalArgumentException("the body should be the JSON of Temporal's Payloads");
        }
    }

    /** Protobuf reads both alphabets, with and without padding. */
    private static byte[] bytes(JsonElement base64) {
        return Base64.getDecoder().decode(base64.getAsString().replace('-', '+').replace('_', '/'));
    }

    private static JsonObject write(ServedPayload payload) {
        JsonObject metadata = new JsonObject();
        payload.all().forEach((key, value) -> metadata.addProperty(key, base64(value)));
        JsonObject json = new JsonObject();
        json.add(METADATA, metadata);
        json.addProperty(DATA, base64(payload.bytes()));
        return json;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
