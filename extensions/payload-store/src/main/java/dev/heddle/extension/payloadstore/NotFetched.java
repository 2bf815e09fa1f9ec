package dev.heddle.extension.payloadstore;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.api.common.v1.Payload;

/**
 * What the SDK is given in place of a payload that could not be fetched. Who reads it gets the failure; where it leaves
 * again as it is, as part of a schedule that is updated, the reference takes its place.
 */
final class NotFetched {
    static final String ENCODING = "heddle/not-fetched";
    private static final String REFERENCE = "reference";

    private NotFetched() {}

    static Payload of(Payload reference, StoreException failure) {
        return Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8(ENCODING))
                .putMetadata(REFERENCE, reference.toByteString())
                .setData(ByteString.copyFromUtf8(failure.getMessage()))
                .build();
    }

    static boolean is(Payload payload) {
        return ENCODING.equals(ReferencePayload.text(payload, "encoding"));
    }

    /** The reference that it stands for; of one that was made elsewhere that itself. */
    static Payload reference(Payload payload) {
        ByteString reference = payload.getMetadataOrDefault(REFERENCE, null);
        try {
            return reference == null ? payload : Payload.parseFrom(reference);
        } catch (InvalidProtocolBufferException forged) {
            return payload;
        }
    }
}
