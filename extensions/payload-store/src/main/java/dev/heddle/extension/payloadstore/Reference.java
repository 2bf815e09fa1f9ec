package dev.heddle.extension.payloadstore;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What travels in place of a payload, as the SDKs of Go, Python and Java write it: the message
 * {@code temporal.api.sdk.v1.ExternalStorageReference} in protobuf's JSON.
 *
 * @param driver the name of who keeps it
 * @param claim where, in that one's own words
 */
record Reference(String driver, Map<String, String> claim) {
    static final String ENCODING = "json/protobuf";
    static final String MESSAGE_TYPE = "temporal.api.sdk.v1.ExternalStorageReference";
    /** As preliminary versions of the SDKs wrote it. */
    private static final String EARLY_ENCODING = "json/external-storage-reference";

    private static final int LONGEST = 65_536;

    static final String KEY = "key";
    static final String HASH_ALGORITHM = "hash_algorithm";
    static final String HASH_VALUE = "hash_value";
    static final String SHA_256 = "sha256";

    /** Whether a payload with this metadata is a reference. */
    static boolean is(String encoding, String messageType) {
        return ENCODING.equals(encoding) && MESSAGE_TYPE.equals(messageType) || EARLY_ENCODING.equals(encoding);
    }

    /** The key of the object, which may be anything. */
    String key() {
        return claim.get(KEY);
    }

    /** As the data of a payload. */
    byte[] json() {
        JsonObject claims = new JsonObject();
        new TreeMap<>(claim).forEach(claims::addProperty);
        JsonObject json = new JsonObject();
        json.addProperty("driverName", driver);
        json.add("claimData", claims);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the data of a payload.
     *
     * @throws StoreException if they are no reference
     */
    static Reference of(byte[] data) {
        if (data.length > LONGEST) {
            throw new StoreException(
                    "a reference to a stored payload has " + data.length + " bytes, which is no reference");
        }
        try {
            JsonObject json = JsonParser.parseString(new String(data, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            JsonElement driver = either(json, "driverName", "driver_name");
            JsonElement early = json.get("driver_claim");
            JsonElement claims = early == null
                    ? either(json, "claimData", "claim_data")
                    : early.getAsJsonObject().get("claim_data");
            Map<String, String> claim = new TreeMap<>();
            if (claims != null) {
                claims.getAsJsonObject()
                        .entrySet()
                        .forEach(entry ->
                                claim.put(entry.getKey(), entry.getValue().getAsString()));
            }
            return new Reference(driver == null ? "" : driver.getAsString(), Map.copyOf(claim));
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | ClassCastException
                | StackOverflowError none) {
            throw new StoreException("a reference to a stored payload cannot be read: it is none");
        }
    }

    private static JsonElement either(JsonObject json, String name, String other) {
        JsonElement value = json.get(name);
        return value == null ? json.get(other) : value;
    }
}
