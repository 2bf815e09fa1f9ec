package dev.heddle.test.codec;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.payload.codec.PayloadCodec;
import java.util.List;

/** A codec of the application's own. */
final class OwnCodec implements PayloadCodec {
    static DataConverter converter(boolean failures) {
        return new CodecDataConverter(DefaultDataConverter.newDefaultInstance(), List.of(new OwnCodec()), failures);
    }

    @Override
    public List<Payload> encode(List<Payload> payloads) {
        return payloads.stream()
                .map(payload -> Payload.newBuilder()
                        .putMetadata("encoding", ByteString.copyFromUtf8("own"))
                        .setData(payload.toByteString())
                        .build())
                .toList();
    }

    @Override
    public List<Payload> decode(List<Payload> payloads) {
        return payloads.stream().map(OwnCodec::decode).toList();
    }

    static Payload decode(Payload payload) {
        try {
            return payload.getMetadataOrThrow("encoding").toStringUtf8().equals("own")
                    ? Payload.parseFrom(payload.getData())
                    : payload;
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
