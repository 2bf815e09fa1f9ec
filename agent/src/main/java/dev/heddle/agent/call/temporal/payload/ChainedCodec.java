package dev.heddle.agent.call.temporal.payload;

import io.temporal.api.common.v1.Payload;
import io.temporal.payload.codec.PayloadCodec;
import java.util.ArrayList;
import java.util.List;

/** The codecs as one of the SDK's, which has some since 1.15. */
record ChainedCodec(CodecChain chain) implements PayloadCodec {
    @Override
    public List<Payload> encode(List<Payload> payloads) {
        List<Payload> encoded = new ArrayList<>(payloads.size());
        for (Payload payload : payloads) {
            encoded.add(chain.encode(payload));
        }
        return encoded;
    }

    @Override
    public List<Payload> decode(List<Payload> payloads) {
        List<Payload> decoded = new ArrayList<>(payloads.size());
        for (Payload payload : payloads) {
            decoded.add(chain.decode(payload));
        }
        return decoded;
    }
}
