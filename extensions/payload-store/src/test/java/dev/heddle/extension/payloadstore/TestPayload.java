package dev.heddle.extension.payloadstore;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.api.common.v1.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A payload as the agent hands it to codecs. */
record TestPayload(Payload payload) implements dev.heddle.api.Payload {
    static TestPayload of(String encoding, byte[] data) {
        return new TestPayload(Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8(encoding))
                .setData(ByteString.copyFrom(data))
                .build());
    }

    static TestPayload json(String json) {
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
    public TestPayload replacedBy(Map<String, String> metadata, byte[] data) {
        Payload.Builder builder = Payload.newBuilder().setData(ByteString.copyFrom(data));
        metadata.forEach((key, value) -> builder.putMetadata(key, ByteString.copyFromUtf8(value)));
        return new TestPayload(builder.build());
    }

    @Override
    public TestPayload replacedBy(byte[] bytes) {
        try {
            return new TestPayload(Payload.parseFrom(bytes));
        } catch (InvalidProtocolBufferException none) {
            throw new IllegalArgumentException(none);
        }
    }
}
