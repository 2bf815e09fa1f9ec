package dev.heddle.agent.assemble.temporal;

import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.PayloadConverter;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;

/** The SDK's own converter, and the payload converters of which it is made. */
final class StandardConverter {
    /** As the SDK has them before 1.15, in its order; one that a version lacks is left out. */
    private static final String[] PARTS = {"Null", "ByteArray", "ProtobufJson", "Protobuf", "JacksonJson"};

    private StandardConverter() {}

    /** The one that the SDK takes where options have none; deprecated from 1.15 on, and there in every version. */
    @SuppressWarnings("deprecation")
    static DataConverter inDefault() {
        return DataConverter.getDefaultInstance();
    }

    /**
     * Whether a converter is the SDK's own, and nothing that the application has put in its place, be it for all its
     * clients. Before 1.15 one of the latter that has the SDK's class cannot be told from the SDK's.
     */
    static boolean is(DataConverter converter) throws ReflectiveOperationException {
        try {
            return converter
                    == DefaultDataConverter.class.getField("STANDARD_INSTANCE").get(null);
        } catch (NoSuchFieldException before) {
            return converter == inDefault() && converter.getClass() == DefaultDataConverter.class;
        }
    }

    /** What it is made of. */
    static PayloadConverter[] parts() throws ReflectiveOperationException {
        try {
            return (PayloadConverter[]) DefaultDataConverter.class
                    .getField("STANDARD_PAYLOAD_CONVERTERS")
                    .get(null);
        } catch (NoSuchFieldException before) {
            List<PayloadConverter> all = new ArrayList<>();
            for (String name : PARTS) {
                addIfThere(name, all);
            }
            return all.toArray(new PayloadConverter[0]);
        }
    }

    private static void addIfThere(String name, List<PayloadConverter> all) throws ReflectiveOperationException {
        String place = PayloadConverter.class.getPackage().getName() + '.';
        try {
            Constructor<?> constructor = Class.forName(
                            place + name + "PayloadConverter", true, PayloadConverter.class.getClassLoader())
                    .getDeclaredConstructor();
            constructor.setAccessible(true);
            all.add((PayloadConverter) constructor.newInstance());
        } catch (ClassNotFoundException notInThisVersion) {
            // Then it cannot convert so.
        }
    }
}
