package dev.heddle.agent.call.temporal;

import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.common.interceptors.Header;
import java.util.Map;
import java.util.Optional;

/** Makes the headers of calls, of the kind that the SDK's input has; one for each application. Thread-safe. */
public final class HeadersFactory {
    private final JacksonJsonPayloadConverter json = new JacksonJsonPayloadConverter();

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
                return new ScheduleHeaders(header.getValues(), writable, json);
            }
            Object start = method.read(Property.START_HEADER, source);
            Map<String, Payload> startValues =
                    writable && start instanceof Header other && other != header ? other.getValues() : null;
            return new PayloadHeaders(header.getValues(), startValues, writable, json);
        }
        return new StringHeaders(Map.of(), false);
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> cast(Map<?, ?> map) {
        return (Map<String, T>) map;
    }
}
