package dev.heddle.testing.temporal;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.api.common.v1.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A payload as the agent hands it to codecs, for a test of a codec by itself. Does not change.
 *
 * @param payload Temporal's own
 */
public record FakePayload(Payload payload) implements dev.heddle.api.Payload {
    /** What a converter makes of a value: data, with the encoding that it names. */
    public static FakePayload of(String encoding, byte[] data) {
        return new FakePayload(Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8(encoding))
                .setData(ByteString.copyFrom(data))
                .build());
    }

    /** What the SDK makes of a value by default. */
    public static FakePayload json(String json) {
        return of("json/plain", json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String metadata(String key) {
        ByteString value = payload.getMetadataOrDefault(key, null);
        return value == null ? null : value.toStringUtf8();
    }

    @Override
    public byte[] data() {
        return payload.getData().toByteArray();
    }

    @Override
    public byte[] toByteArray() {
        return payload.toByteArray();
    }

    @Override
    public int size() {
        return payload.getSerializedSize();
    }

    @Override
    public FakePayload replacedBy(Map<String, String> metadata, byte[] data) {
        Payload.Builder builder = Payload.newBuilder().setData(ByteString.copyFrom(data));
        metadata.forEach((key, value) -> builder.putMetadata(key, ByteString.copyFromUtf8(value)));
        return new FakePayload(builder.build());
    }

    @Override
    public FakePayload replacedBy(byte[] bytes) {
        try {
            return new FakePayload(Payload.parseFrom(bytes));
        } catch (InvalidProtocolBufferException none) {
            throw new IllegalArgumentException(none);
        }
    }
}
