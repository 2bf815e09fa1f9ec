package dev.heddle.agent.call.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What it takes it takes as the SDK's converter does, to the byte; the rest it leaves to that. */
class PlainJsonTest {
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String LETTERS = "{}\":,\\ ab\u00e9\u0000\u007f\n";
    private static final int SAMPLES = 20_000;

    private final JacksonJsonPayloadConverter converter = new JacksonJsonPayloadConverter();

    private ByteString converted(Object value) {
        return converter.toData(value).orElseThrow().getData();
    }

    private Object converted(ByteString json) {
        try {
            return converter.fromData(Payload.newBuilder().setData(json).build(), Map.class, Map.class);
        } catch (DataConverterException unreadable) {
            return null;
        }
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("traceparent", PARENT);
        fields.put("tracestate", "vendor=x");
        fields.put("baggage", "tenant=acme, a;b='%20'");
        return fields;
    }

    @Test
    void itWritesWhatTheConverterWrites() {
        for (Map<?, ?> members : List.of(
                fields(),
                Map.of("traceparent", PARENT),
                Map.of(),
                Map.of("", ""),
                new TreeMap<>(Map.of("b", "1", "a", "2")))) {
            assertThat(PlainJson.write(members)).isEqualTo(converted(members));
        }
    }

    @Test
    void itLeavesWhatIsNotPlain() {
        assertThat(PlainJson.write(Map.of("a", "\""))).isNull();
        assertThat(PlainJson.write(Map.of("\\", "a"))).isNull();
        assertThat(PlainJson.write(Map.of("a", "\u00e9"))).isNull();
        assertThat(PlainJson.write(Map.of("a", 1))).isNull();
        assertThat(PlainJson.write(Map.of(1, "a"))).isNull();
        assertThat(PlainJson.write(Map.of("a", Map.of()))).isNull();
        assertThat(PlainJson.write(Map.of("a", "x".repeat(20_000)))).isNull();
        assertThat(PlainJson.write(new OfAnApplication())).isNull();
    }

    @Test
    void anEntryIsAnObjectOfOneMember() {
        for (Map.Entry<?, ?> entry : List.of(Map.entry("traceparent", PARENT), Map.entry("", ""))) {
            assertThat(PlainJson.write(entry)).isEqualTo(converted(entry)).isEqualTo(converted(Map.ofEntries(entry)));
        }
        assertThat(PlainJson.write(Map.entry("a", "\n"))).isNull();
        assertThat(PlainJson.write(Map.entry("a\n", ""))).isNull();
        assertThat(PlainJson.write(Map.entry("a", 1))).isNull();
        assertThat(PlainJson.write(Map.entry("a", "x".repeat(20_000)))).isNull();
    }

    private static final class OfAnApplication extends TreeMap<String, String> {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void itReadsWhatItWrites() {
        assertThat(PlainJson.read(converted(fields()))).isEqualTo(fields()).containsExactlyEntriesOf(fields());
    }

    @Test
    void itReadsWhatPythonWrites() {
        assertThat(PlainJson.read(ByteString.copyFromUtf8("{\"traceparent\": \"" + PARENT + "\", \"b\": \"\"}")))
                .isEqualTo(Map.of("traceparent", PARENT, "b", ""));
    }

    /** Objects with one or two bytes that are others: each is read as by the converter, or not at all. */
    @Test
    void itReadsNothingThatTheConverterReadsOtherwise() {
        Random random = new Random(17);
        byte[] json = "{\"a\":\"b\", \"a\": \"\",\"c\":\"d\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int read = 0;
        for (int i = 0; i < SAMPLES; i++) {
            byte[] changed = json.clone();
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                changed[random.nextInt(changed.length)] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
            }
            ByteString given =
                    ByteString.copyFrom(changed, 0, random.nextInt(4) == 0 ? random.nextInt(json.length) : json.length);
            Map<String, String> members = PlainJson.read(given);
            if (members != null) {
                read++;
                assertThat((Object) members).as(given.toStringUtf8()).isEqualTo(converted(given));
            }
        }
        assertThat(read).isGreaterThan(SAMPLES / 10);
    }
}
