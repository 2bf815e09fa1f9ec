package dev.heddle.agent.call.temporal;

import com.google.protobuf.ByteString;
import dev.heddle.agent.call.HeaderText;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.interceptors.Header;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Headers as Temporal's calls carry them: payloads, of which Heddle writes {@code json/plain}, and bytes as
 * {@code binary/plain}. It reads what the SDKs of other languages write. What it cannot read is absent, for whoever can
 * start a workflow can send anything.
 */
class PayloadHeaders extends CallHeaders<Payload> {
    static final String ENCODING = "encoding";
    static final String BYTES = "binary/plain";
    static final ByteString JSON = ByteString.copyFromUtf8("json/plain");

    private final HeadersFactory payloads;
    private final Map<String, Payload> ofStart;

    /** {@code ofStart} are the start's headers of an update with start, which get what the update's get. */
    PayloadHeaders(
            Map<String, Payload> values, Map<String, Payload> ofStart, boolean writable, HeadersFactory payloads) {
        super(values, writable);
        this.ofStart = ofStart;
        this.payloads = payloads;
    }

    @Override
    void write(Accessors accessors, Object[] components, Map<String, Payload> replacement) {
        components[accessors.indexOf("header")] = new Header(replacement);
    }

    @Override
    public Set<String> names() {
        return new LinkedHashSet<>(keys());
    }

    @Override
    public boolean contains(String name) {
        return value(name) != null;
    }

    @Override
    public <T> T get(String name, Class<T> type) {
        Payload payload = value(name);
        if (payload == null) {
            return null;
        }
        ByteString encoding = payload.getMetadataOrDefault(ENCODING, ByteString.EMPTY);
        if (type == Map.class && encoding.equals(JSON)) {
            Map<String, String> plain = PlainJson.read(payload.getData());
            if (plain != null) {
                return type.cast(plain);
            }
        }
        return switch (encoding.toStringUtf8()) {
            case "json/plain", "json/protobuf" -> json(payload, type);
            case BYTES -> bytes(payload.getData().toByteArray(), type);
            case "binary/protobuf" ->
                type == byte[].class ? type.cast(payload.getData().toByteArray()) : null;
            default -> null;
        };
    }

    /** Python's {@code bytes} are written so, and often are text. */
    private static <T> T bytes(byte[] bytes, Class<T> type) {
        Object value = type == String.class ? HeaderText.decode(bytes) : bytes;
        return type.isInstance(value) ? type.cast(value) : null;
    }

    private <T> T json(Payload payload, Class<T> type) {
        try {
            return payloads.json().fromData(payload, type, type);
        } catch (RuntimeException | StackOverflowError unreadable) {
            // It is not JSON, not of this type, or nested deeper than the converter can follow.
            return null;
        }
    }

    @Override
    void store(String name, Object value) {
        Payload payload = payloads.payload(value);
        set(name, payload);
        if (ofStart != null) {
            ofStart.put(name, payload);
        }
    }

    @Override
    void discard(String name) {
        unset(name);
        if (ofStart != null) {
            ofStart.remove(name);
        }
    }
}
