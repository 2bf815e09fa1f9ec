package dev.heddle.agent.call.temporal;

import com.google.protobuf.ByteString;
import dev.heddle.agent.call.HeaderText;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.common.interceptors.Header;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes the headers of calls, of the kind that the SDK's input has, and the payloads of what is put there; one for each
 * application. Thread-safe.
 */
public final class HeadersFactory {
    private final JacksonJsonPayloadConverter json = new JacksonJsonPayloadConverter();
    /**
     * Builds the next payload of plain JSON, and shares among them the metadata, which is more than half of one; a thread that
     * comes meanwhile takes a new one.
     */
    private final AtomicReference<Payload.Builder> idle = new AtomicReference<>();

    /** Converts a first value there and back, so that no workflow's thread loads what that takes. */
    public void warm() {
        Optional<Payload> warm = json.toData("warm");
        if (warm.isPresent()) {
            json.fromData(warm.get(), String.class, String.class);
        }
    }

    /** The headers of a call with this source. */
    CallHeaders<?> of(SdkMethod method, Object source) {
        boolean writable = method.chain().operation().category().outbound();
        if (method.read(Property.STRING_HEADERS, source) instanceof Map<?, ?> strings) {
            return new StringHeaders(cast(strings), writable);
        }
        if (method.read(Property.HEADER, source) instanceof Header header) {
            if (method.input().indexOf("schedule", "updater") >= 0) {
                return new ScheduleHeaders(header.getValues(), writable, this);
            }
            Object start = method.read(Property.START_HEADER, source);
            Map<String, Payload> startValues =
                    writable && start instanceof Header other && other != header ? other.getValues() : null;
            return new PayloadHeaders(header.getValues(), startValues, writable, this);
        }
        return new StringHeaders(Map.of(), false);
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> cast(Map<?, ?> map) {
        return (Map<String, T>) map;
    }

    JacksonJsonPayloadConverter json() {
        return json;
    }

    /** The payload of a value. */
    Payload payload(Object value) {
        if (value instanceof byte[] bytes) {
            return Payload.newBuilder()
                    .putMetadata(PayloadHeaders.ENCODING, ByteString.copyFromUtf8(PayloadHeaders.BYTES))
                    .setData(ByteString.copyFrom(bytes))
                    .build();
        }
        ByteString plain = PlainJson.write(value);
        if (plain != null) {
            return ofJson(plain);
        }
        try {
            return json.toData(value instanceof String text ? HeaderText.whole(text) : value)
                    .orElseThrow();
        } catch (DataConverterException | StackOverflowError unsayable) {
            // Without the value, which the cause may quote and the log may print.
            throw new IllegalArgumentException("a " + value.getClass().getName() + " that JSON cannot say");
        }
    }

    private Payload ofJson(ByteString plain) {
        Payload.Builder builder = idle.getAndSet(null);
        if (builder == null) {
            builder = Payload.newBuilder().putMetadata(PayloadHeaders.ENCODING, PayloadHeaders.JSON);
        }
        Payload payload = builder.setData(plain).build();
        idle.set(builder.clearData());
        return payload;
    }
}
