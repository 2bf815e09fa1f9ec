package dev.heddle.agent.call.temporal.payload;

import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.common.converter.DataConverter;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * The application's converter with the codecs around it, before 1.15, when the SDK has no codecs. Its failures are
 * converted by this one's methods.
 */
public record EarlyEncodingConverter(DataConverter application, CodecChain codecs) implements DataConverter {
    @Override
    public <T> Optional<Payload> toPayload(T value) {
        Optional<Payload> payload = application.toPayload(value);
        return payload.isPresent() ? Optional.of(codecs.encode(payload.get())) : payload;
    }

    @Override
    public <T> T fromPayload(Payload payload, Class<T> valueClass, Type valueType) {
        return application.fromPayload(codecs.decode(payload), valueClass, valueType);
    }

    @Override
    public Optional<Payloads> toPayloads(Object... values) {
        Optional<Payloads> payloads = application.toPayloads(values);
        if (!payloads.isPresent()) {
            return payloads;
        }
        Payloads.Builder encoded = Payloads.newBuilder();
        for (Payload payload : payloads.get().getPayloadsList()) {
            encoded.addPayloads(codecs.encode(payload));
        }
        return Optional.of(encoded.build());
    }

    /** Decodes the one that is asked for. */
    @Override
    public <T> T fromPayloads(int index, Optional<Payloads> content, Class<T> valueClass, Type valueType) {
        if (!content.isPresent() || index >= content.get().getPayloadsCount()) {
            return application.fromPayloads(index, content, valueClass, valueType);
        }
        return fromPayload(content.get().getPayloads(index), valueClass, valueType);
    }
}
