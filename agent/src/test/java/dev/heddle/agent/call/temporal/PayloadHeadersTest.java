package dev.heddle.agent.call.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.heddle.api.Headers;
import io.temporal.api.common.v1.Payload;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the headers of a call say of themselves without reading one. */
class PayloadHeadersTest {
    private final Map<String, Payload> ofSdk = new HashMap<>();
    private final Headers headers = new PayloadHeaders(ofSdk, null, true, new HeadersFactory());

    @Test
    void aHeaderThatNobodyCanReadIsThereToo() {
        ofSdk.put(
                "sealed",
                Payload.newBuilder().setData(ByteString.copyFromUtf8("?")).build());
        assertThat(headers.contains("sealed")).isTrue();
        assertThat(headers.get("sealed")).isNull();
        assertThat(headers.contains("Sealed")).isFalse();
        headers.remove("sealed");
        assertThat(headers.contains("sealed")).isFalse();
    }

    @Test
    void whatWasPutIsUnchangedUntilSomebodyElseSetsIt() {
        Map<String, String> trace = new HashMap<>(Map.of("traceparent", "00-1-2-01"));
        headers.put("trace", trace);
        assertThat(headers.isUnchanged("trace", trace)).isTrue();
        assertThat(headers.isUnchanged("trace", Map.copyOf(trace)))
                .as("another object")
                .isFalse();
        assertThat(headers.isUnchanged("other", trace)).as("another name").isFalse();

        ofSdk.put(
                "trace",
                ofSdk.get("trace").toBuilder()
                        .setData(ByteString.copyFromUtf8("{}"))
                        .build());
        assertThat(headers.isUnchanged("trace", trace))
                .as("an interceptor of the application's")
                .isFalse();
    }

    @Test
    void whatWasPutIsNotKnownToBeUnchangedOnceItIsGoneOrAnotherWasPut() {
        headers.put("trace", "one");
        headers.remove("trace");
        assertThat(headers.isUnchanged("trace", "one")).isFalse();
        assertThat(headers.isUnchanged("trace", null))
                .as("nothing was ever put")
                .isFalse();

        headers.put("trace", "one");
        headers.put("user", "ada");
        assertThat(headers.isUnchanged("trace", "one")).isFalse();
    }

    @Test
    void eachPayloadOfPlainJsonKeepsItsOwnText() {
        headers.put("one", Map.of("a", "1"));
        headers.put("two", Map.of("a", "2"));
        headers.put("entry", Map.entry("a", "3"));
        assertThat(ofSdk).extractingByKey("one").isEqualTo(json("{\"a\":\"1\"}"));
        assertThat(ofSdk).extractingByKey("two").isEqualTo(json("{\"a\":\"2\"}"));
        assertThat(ofSdk).extractingByKey("entry").isEqualTo(json("{\"a\":\"3\"}"));

        Payload changed = ofSdk.get("one").toBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8("binary/encrypted"))
                .build();
        headers.put("four", Map.of("a", "4"));
        assertThat(ofSdk)
                .as("another's change to one of them")
                .extractingByKey("four")
                .isEqualTo(json("{\"a\":\"4\"}"))
                .isNotEqualTo(changed);
        assertThat(ofSdk).extractingByKey("one").isEqualTo(json("{\"a\":\"1\"}"));
    }

    private static Payload json(String text) {
        return Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
                .setData(ByteString.copyFromUtf8(text))
                .build();
    }
}
