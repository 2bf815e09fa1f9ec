package dev.heddle.extension.payloadstore;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import io.temporal.api.common.v1.Payload;

/** References as payloads of the SDK's. */
final class ReferencePayload {
    /** {@code external_payloads} with its {@code size_bytes}, by which the server knows; SDKs before 1.36 know of neither. */
    private static final int EXTERNAL_PAYLOADS = 3;

    private static final int SIZE_BYTES = 1;

    private static final String ENCODING = "encoding";
    private static final String MESSAGE_TYPE = "messageType";

    private ReferencePayload() {}

    static boolean is(Payload payload) {
        return Reference.is(text(payload, ENCODING), text(payload, MESSAGE_TYPE));
    }

    /** A metadata entry, or {@code null}. */
    static String text(Payload payload, String key) {
        ByteString value = payload.getMetadataOrDefault(key, null);
        return value == null ? null : value.toStringUtf8();
    }

    /** To a payload of that size. */
    static Payload of(Reference reference, int size) {
        UnknownFieldSet details = UnknownFieldSet.newBuilder()
                .addField(
                        SIZE_BYTES,
                        UnknownFieldSet.Field.newBuilder().addVarint(size).build())
                .build();
        UnknownFieldSet external = UnknownFieldSet.newBuilder()
                .addField(
                        EXTERNAL_PAYLOADS,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(details.toByteString())
                                .build())
                .build();
        Payload payload = Payload.newBuilder()
                .putMetadata(ENCODING, ByteString.copyFromUtf8(Reference.ENCODING))
                .putMetadata(MESSAGE_TYPE, ByteString.copyFromUtf8(Reference.MESSAGE_TYPE))
                .setData(ByteString.copyFrom(reference.json()))
                .build();
        try {
            return payload.toBuilder().mergeFrom(external.toByteString()).build();
        } catch (InvalidProtocolBufferException never) {
            throw new IllegalStateException(never);
        }
    }
}
