package dev.heddle.extension.opentelemetrymetrics;

import dev.heddle.api.Payload;
import dev.heddle.api.PayloadCodec;
import java.util.Map;

/** How large what is stored is, as a codec that changes nothing sees it: next to the server, or as near as it was registered. */
final class PayloadSizes implements PayloadCodec {
    private enum Direction implements Meter.Key {
        ENCODED("encode"),
        DECODED("decode");

        private final String name;

        Direction(String name) {
            this.name = name;
        }

        @Override
        public Map<String, String> attributes() {
            return Map.of("direction", name);
        }
    }

    private final Meter<Direction> size;

    PayloadSizes(Meters meters) {
        size = meters.histogram("heddle_payload_size", "By", "Sizes of payloads, as they are stored", Meter.bytes());
    }

    @Override
    public Payload encode(Payload payload) {
        size.record(Direction.ENCODED, payload.size());
        return payload;
    }

    @Override
    public Payload decode(Payload payload) {
        size.record(Direction.DECODED, payload.size());
        return payload;
    }
}
