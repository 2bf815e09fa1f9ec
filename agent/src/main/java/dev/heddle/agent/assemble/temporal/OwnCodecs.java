package dev.heddle.agent.assemble.temporal;

import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.payload.codec.ChainCodec;
import io.temporal.payload.codec.PayloadCodec;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The codecs that an application's converter has, which the SDK tells nobody. From SDK 1.15 on, and in a class of its own for that. */
final class OwnCodecs {
    private final List<Object> found = new ArrayList<>();

    private OwnCodecs() {}

    /** Those in the SDK's own converter with codecs; none of any other converter. */
    static List<Object> of(DataConverter converter) throws IllegalAccessException {
        OwnCodecs codecs = new OwnCodecs();
        codecs.look(converter);
        return codecs.found;
    }

    private void look(Object place) throws IllegalAccessException {
        if (place instanceof Collection<?> several) {
            for (Object each : several) {
                look(each);
            }
        } else if (place instanceof CodecDataConverter || place instanceof ChainCodec) {
            Class<?> sdk = place instanceof ChainCodec ? ChainCodec.class : CodecDataConverter.class;
            for (Field field : sdk.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    look(field.get(place));
                }
            }
        } else if (place instanceof PayloadCodec) {
            found.add(place);
        }
    }
}
