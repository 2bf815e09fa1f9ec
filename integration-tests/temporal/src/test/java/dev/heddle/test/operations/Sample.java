package dev.heddle.test.operations;

import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.interceptors.Header;
import java.util.HashMap;
import java.util.Map;

/** What the application passes in one call of an operation. */
final class Sample {
    static final String HEADER = "sent";
    static final String HEADER_VALUE = "by the application";

    private final Object[] arguments = {"first", "second"};
    private boolean headers;

    /** The application's own array. */
    Object[] arguments() {
        return arguments;
    }

    /** Headers as the SDK makes them. */
    Header header() {
        headers = true;
        Map<String, Payload> values = new HashMap<>();
        values.put(
                HEADER,
                DefaultDataConverter.newDefaultInstance()
                        .toPayload(HEADER_VALUE)
                        .orElseThrow());
        return new Header(values);
    }

    /** Headers of a Nexus operation. */
    Map<String, String> strings() {
        headers = true;
        return new HashMap<>(Map.of(HEADER, HEADER_VALUE));
    }

    /** Headers of a Nexus operation where the SDK passes a map that cannot be written. */
    Map<String, String> immutableStrings() {
        return Map.copyOf(strings());
    }

    /** Whether the call carries headers. */
    boolean hasHeaders() {
        return headers;
    }
}
