package dev.heddle.agent.assemble.temporal;

import dev.heddle.agent.assemble.Chains;
import dev.heddle.agent.assemble.WeakIdentities;
import dev.heddle.agent.call.dropin.DropIn;
import dev.heddle.agent.call.dropin.DropInType;
import dev.heddle.agent.call.plugin.PluginLink;
import dev.heddle.api.Operation;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.PayloadConverter;
import io.temporal.payload.codec.PayloadCodec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Has a client, and with it its workers, convert with what drop-ins have brought: their converters in the place of the
 * SDK's own, where the application has none itself, and their codecs around whichever it is.
 */
final class ConverterDropIns {
    private static final Operation CONVERT = PluginLink.operation("convert");
    private static final String OPTION = "dataConverter";

    private final Chains chains;
    /** The converters that have come of this, which come back where a client is made with the options of another. */
    private final WeakIdentities<Boolean> made = new WeakIdentities<>();

    ConverterDropIns(Chains chains) {
        this.chains = chains;
    }

    /** The options of a client with the converter to use; or what the application is to get. */
    Object extend(Object options) {
        List<DropIn> converters = wanted(DropInType.DATA_CONVERTER);
        List<DropIn> parts = new ArrayList<>();
        for (DropIn part : wanted(DropInType.PAYLOAD_CONVERTER)) {
            Throwable nameless = nameless(part);
            Object refusal = nameless == null ? null : failed(List.of(part), nameless, null);
            if (refusal != null) {
                return refusal;
            }
            if (nameless == null) {
                parts.add(part);
            }
        }
        List<DropIn> codecs = wanted(DropInType.PAYLOAD_CODEC);
        List<DropIn> all = new ArrayList<>(codecs);
        all.addAll(parts);
        all.addAll(converters);
        BuilderConfig config = new BuilderConfig(options);
        if (all.isEmpty() || !config.has(OPTION)) {
            return options;
        }
        try {
            DataConverter own = (DataConverter) config.get(OPTION);
            if (own != null && made.get(own) != null) {
                return options;
            }
            DataConverter converting = converting(own == null ? StandardConverter.inDefault() : own, converters, parts);
            DataConverter encoding = codecs.isEmpty() ? converting : encoding(converting, codecs);
            if (encoding == own) {
                return options;
            }
            made.putIfAbsent(encoding, Boolean.TRUE);
            config.set(OPTION, encoding);
            return config.built();
        } catch (RuntimeException | LinkageError | ReflectiveOperationException accident) {
            return failed(all, accident, options);
        }
    }

    private List<DropIn> wanted(DropInType type) {
        List<DropIn> wanted = new ArrayList<>();
        for (DropIn dropIn : chains.dropIns(type)) {
            if (dropIn.isFor(type.categories(), CONVERT.name())) {
                wanted.add(dropIn);
            }
        }
        return wanted;
    }

    /** Why a part has no encoding, or {@code null} if it has one. */
    private static Throwable nameless(DropIn part) {
        try {
            return ((PayloadConverter) part.object()).getEncodingType() == null
                    ? new NullPointerException("its encoding is null")
                    : null;
        } catch (RuntimeException | LinkageError accident) {
            return accident;
        }
    }

    /** A whole converter goes before parts of one, and what the application has before both. */
    private static DataConverter converting(DataConverter own, List<DropIn> converters, List<DropIn> parts)
            throws ReflectiveOperationException {
        boolean standard = StandardConverter.is(own);
        DataConverter converting = own;
        for (DropIn dropIn : converters) {
            if (converting == own && standard) {
                converting = (DataConverter) dropIn.object();
            } else {
                notAdded(dropIn);
            }
        }
        List<PayloadConverter> added = new ArrayList<>();
        for (DropIn dropIn : parts) {
            if (converting == own && standard) {
                added.add((PayloadConverter) dropIn.object());
            } else {
                notAdded(dropIn);
            }
        }
        return added.isEmpty() ? converting : new DefaultDataConverter(beforeStandard(added));
    }

    private static void notAdded(DropIn dropIn) {
        dropIn.extension()
                .notAdded(
                        dropIn.object().getClass().getName(), " where there is a converter in the SDK's place already");
    }

    /** The SDK's own parts are left out that have the same encoding. */
    private static PayloadConverter[] beforeStandard(List<PayloadConverter> added) throws ReflectiveOperationException {
        Set<String> encodings = new HashSet<>();
        List<PayloadConverter> all = new ArrayList<>(added);
        for (PayloadConverter each : added) {
            encodings.add(each.getEncodingType());
        }
        for (PayloadConverter each : StandardConverter.parts()) {
            if (!encodings.contains(each.getEncodingType())) {
                all.add(each);
            }
        }
        return all.toArray(new PayloadConverter[0]);
    }

    /** The outermost codec is next to the server. */
    private static DataConverter encoding(DataConverter converter, List<DropIn> codecs) throws IllegalAccessException {
        List<Object> own = OwnCodecs.of(converter);
        List<PayloadCodec> added = new ArrayList<>();
        for (DropIn dropIn : codecs) {
            if (!dropIn.isAmong(own)) {
                added.add((PayloadCodec) dropIn.object());
            }
        }
        return added.isEmpty() ? converter : new CodecDataConverter(converter, added);
    }

    /** Each of them has the accident; a guard among them refuses. */
    private static Object failed(List<DropIn> all, Throwable accident, Object before) {
        IllegalStateException refusal = null;
        for (DropIn dropIn : all) {
            try {
                dropIn.failed(CONVERT, accident);
            } catch (IllegalStateException guarded) {
                refusal = guarded;
            }
        }
        return refusal == null ? before : refusal;
    }
}
