package dev.heddle.agent.call.temporal;

import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.common.interceptors.Header;
import java.util.Map;

/** Headers as Temporal's calls carry them: payloads, of which Heddle writes {@code json/plain}. */
class PayloadHeaders extends CallHeaders<Payload> {
    private final JacksonJsonPayloadConverter json;
    private final Map<String, Payload> ofStart;

    /** {@code ofStart} are the start's headers of an update with start, which get what the update's get. */
    PayloadHeaders(
            Map<String, Payload> values,
            Map<String, Payload> ofStart,
            boolean writable,
            JacksonJsonPayloadConverter json) {
        super(values, writable);
        this.ofStart = ofStart;
        this.json = json;
    }

    @Override
    void write(Accessors accessors, Object[] components, Map<String, Payload> replacement) {
        components[accessors.indexOf("header")] = new Header(replacement);
    }

    @Override
    Payload encode(Object value) {
        Payload payload = json.toData(value).orElse(null);
        if (payload == null) {
            throw new IllegalArgumentException("not JSON: " + value.getClass());
        }
        return payload;
    }

    @Override
    <T> T decode(String name, Payload value, Class<T> type) {
        String encoding = value.getMetadataOrDefault("encoding", com.google.protobuf.ByteString.EMPTY)
                .toStringUtf8();
        return switch (encoding) {
            case "json/plain" -> decodeJson(name, value, type);
            case "binary/null" -> null;
            case "binary/plain" -> type.cast(value.getData().toByteArray());
            default -> throw new IllegalArgumentException("header " + name + " has encoding " + encoding);
        };
    }

    private <T> T decodeJson(String name, Payload value, Class<T> type) {
        try {
            return json.fromData(value, type, type);
        } catch (RuntimeException unreadable) {
            // Without the value, which the cause may quote and the log may print.
            throw new IllegalArgumentException("header " + name + " is not a JSON " + type.getSimpleName());
        }
    }

    @Override
    public void put(String name, Object value) {
        super.put(name, value);
        if (ofStart != null) {
            ofStart.put(name, encode(value));
        }
    }

    @Override
    public void remove(String name) {
        super.remove(name);
        if (ofStart != null) {
            ofStart.remove(name);
        }
    }
}
