package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.assemble.CodecList;
import dev.heddle.agent.call.temporal.payload.CodecChain;
import dev.heddle.agent.call.temporal.payload.EarlyEncodingConverter;
import dev.heddle.agent.call.temporal.payload.EncodingConverter;
import io.temporal.common.converter.DataConverter;

/**
 * Puts the codecs around the converter that the SDK has read from the application's options, which keep their own. What
 * goes wrong here the application gets where it makes a client or worker, for without the codecs it would send in plain
 * what is to be encoded.
 */
final class Converters {
    private final Chains chains;
    private final SdkObjects made;
    private final CodecChain chain;
    private final boolean sdkHasCodecs;
    private final boolean sdkEncodesFailures;
    private final boolean sdkConvertsSearchAttributes;

    Converters(Chains chains, ClassLoader sdk, SdkObjects made) {
        this.chains = chains;
        this.made = made;
        this.chain = new CodecChain(chains.codecs().codecs());
        this.sdkHasCodecs = has("io.temporal.payload.codec.PayloadCodec", sdk);
        this.sdkEncodesFailures = has("io.temporal.payload.context.SerializationContext", sdk);
        // Known by a class that has moved since.
        this.sdkConvertsSearchAttributes = has("io.temporal.internal.common.Retryer", sdk);
    }

    /** Takes the codecs that there are now, also for converters that are in use. */
    void change() {
        chain.change(chains.codecs().codecs());
    }

    private static boolean has(String className, ClassLoader sdk) {
        try {
            Class.forName(className, false, sdk);
            return true;
        } catch (ClassNotFoundException before) {
            return false;
        }
    }

    /** What the SDK is to convert with, or what the application is to get instead. */
    Object around(Object converter) {
        try {
            CodecList codecs = chains.codecs();
            if (isEncoding(converter)) {
                return converter;
            }
            if (codecs.refusal() != null) {
                return new IllegalStateException(codecs.refusal());
            }
            Object encoding = around((DataConverter) converter, codecs.encodesFailures());
            made.encoded();
            return encoding;
        } catch (Throwable failure) {
            return new IllegalStateException("payloads cannot be encoded: the agent failed", failure);
        }
    }

    /** Of an SDK without codecs the one class cannot be loaded. */
    private boolean isEncoding(Object converter) {
        return sdkHasCodecs ? converter instanceof EncodingConverter : converter instanceof EarlyEncodingConverter;
    }

    private Object around(DataConverter converter, boolean failures) {
        if (sdkConvertsSearchAttributes) {
            return new IllegalStateException(
                    "payloads are to be encoded, and this version of Temporal's SDK would have "
                            + "search attributes encoded too, which the server must read; use 1.0.8 or later");
        }
        if (failures && !sdkEncodesFailures) {
            return new IllegalStateException(
                    "messages and stack traces of failures are to be encoded, which this version "
                            + "of Temporal's SDK cannot; use 1.19 or later, or let their details alone be encoded");
        }
        return sdkHasCodecs
                ? new EncodingConverter(converter, chain, failures)
                : new EarlyEncodingConverter(converter, chain);
    }
}
