package dev.heddle.agent.call.temporal.payload;

import dev.heddle.api.PayloadCodec;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverterException;
import java.util.List;

/**
 * The codecs of one application, which converters made earlier find here when they change. Thread-safe; takes no lock,
 * and allocates a view of the payload.
 */
public final class CodecChain {
    /** The outermost first. */
    private volatile List<PayloadCodec> codecs;

    /** Of these codecs, the outermost first. */
    public CodecChain(List<PayloadCodec> codecs) {
        this.codecs = codecs;
        // Loaded now, for the first payload may come on a workflow's thread.
        new SdkPayload(Payload.getDefaultInstance());
    }

    /** From now on these encode, the outermost first. */
    public void change(List<PayloadCodec> changed) {
        codecs = changed;
    }

    /** What is to leave in place of a payload. */
    Payload encode(Payload payload) {
        List<PayloadCodec> current = codecs;
        dev.heddle.api.Payload encoded = new SdkPayload(payload);
        try {
            for (int i = current.size() - 1; i >= 0; i--) {
                encoded = current.get(i).encode(encoded);
            }
            return SdkPayload.of(encoded);
        } catch (Exception failure) {
            throw failed(failure);
        }
    }

    /** What the application is to get of a payload that has come. */
    Payload decode(Payload payload) {
        List<PayloadCodec> current = codecs;
        dev.heddle.api.Payload decoded = new SdkPayload(payload);
        try {
            for (int i = 0; i < current.size(); i++) {
                decoded = current.get(i).decode(decoded);
            }
            return SdkPayload.of(decoded);
        } catch (Exception failure) {
            throw failed(failure);
        }
    }

    private static DataConverterException failed(Exception failure) {
        return failure instanceof DataConverterException own
                ? own
                : new DataConverterException(String.valueOf(failure.getMessage()), failure);
    }
}
