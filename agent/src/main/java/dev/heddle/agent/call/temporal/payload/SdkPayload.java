package dev.heddle.agent.call.temporal.payload;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnsafeByteOperations;
import io.temporal.api.common.v1.Payload;
import java.io.IOException;
import java.util.Map;

/**
 * The SDK's payload as codecs see it. The arrays that they give become a payload's own without a copy, for a payload may
 * be large.
 */
record SdkPayload(Payload payload) implements dev.heddle.api.Payload {
    /** The SDK's own of what a codec has given. */
    static Payload of(dev.heddle.api.Payload payload) {
        return ((SdkPayload) payload).payload;
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
    public dev.heddle.api.Payload replacedBy(Map<String, String> metadata, byte[] data) {
        Payload.Builder replacement = Payload.newBuilder().setData(UnsafeByteOperations.unsafeWrap(data));
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            replacement.putMetadata(entry.getKey(), ByteString.copyFromUtf8(entry.getValue()));
        }
        return new SdkPayload(replacement.build());
    }

    @Override
    public dev.heddle.api.Payload replacedBy(byte[] bytes) {
        CodedInputStream in = UnsafeByteOperations.unsafeWrap(bytes).newCodedInput();
        in.enableAliasing(true);
        try {
            return new SdkPayload(Payload.parseFrom(in));
        } catch (IOException none) {
            throw new IllegalArgumentException("these bytes are no payload", none);
        }
    }

    /** Without its data, which is the application's. */
    @Override
    public String toString() {
        return "payload " + metadata("encoding") + " of " + size() + " bytes";
    }
}
