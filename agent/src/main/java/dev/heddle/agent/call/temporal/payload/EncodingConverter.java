package dev.heddle.agent.call.temporal.payload;

import io.temporal.api.common.v1.Payload;
import io.temporal.api.failure.v1.Failure;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.payload.context.SerializationContext;
import java.util.List;
import java.util.Map;

/**
 * The application's converter with the codecs around it: the SDK's own combination of these, which knows what its version
 * converts. It differs in the messages and stack traces of failures, of which the SDK's would encode the place holder
 * where the application's converter has encoded them before.
 */
public final class EncodingConverter extends CodecDataConverter {
    private final DataConverter application;
    private final CodecChain codecs;
    private final boolean failures;

    /**
     * Of an SDK that has codecs, 1.15 or later.
     *
     * @param failures whether to encode messages and stack traces of failures, of which the SDK knows since 1.19
     */
    public EncodingConverter(DataConverter application, CodecChain codecs, boolean failures) {
        super(application, List.of(new ChainedCodec(codecs)));
        this.application = application;
        this.codecs = codecs;
        this.failures = failures;
    }

    @Override
    public EncodingConverter withContext(SerializationContext context) {
        return new EncodingConverter(application.withContext(context), codecs, failures);
    }

    @Override
    public Failure exceptionToFailure(Throwable exception) {
        return hide(super.exceptionToFailure(exception));
    }

    private Failure hide(Failure failure) {
        Failure.Builder hidden = failure.toBuilder();
        if (failure.hasCause()) {
            hidden.setCause(hide(failure.getCause()));
        }
        if (failure.hasEncodedAttributes()) {
            hidden.setEncodedAttributes(codecs.encode(failure.getEncodedAttributes()));
        } else if (failures) {
            Payload attributes = toPayload(
                            Map.of("message", failure.getMessage(), "stack_trace", failure.getStackTrace()))
                    .orElseThrow();
            hidden.setEncodedAttributes(attributes)
                    .setMessage("Encoded failure")
                    .setStackTrace("");
        }
        return hidden.build();
    }
}
