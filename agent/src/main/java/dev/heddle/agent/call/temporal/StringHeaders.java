package dev.heddle.agent.call.temporal;

import java.util.Map;

/** Headers as Nexus carries them: strings, whose names differ in more than case. */
final class StringHeaders extends CallHeaders<String> {
    StringHeaders(Map<String, String> values, boolean writable) {
        super(values, writable);
    }

    @Override
    void write(Accessors accessors, Object[] components, Map<String, String> replacement) {
        components[accessors.indexOf("headers")] = replacement;
    }

    @Override
    String encode(Object value) {
        return String.valueOf(value);
    }

    @Override
    <T> T decode(String name, String value, Class<T> type) {
        if (type == String.class || type == Object.class) {
            return type.cast(value);
        }
        throw new IllegalArgumentException("header " + name + " is a string");
    }

    @Override
    String find(String name) {
        String exact = super.find(name);
        if (exact != null) {
            return exact;
        }
        for (String other : names()) {
            if (other.equalsIgnoreCase(name)) {
                return super.find(other);
            }
        }
        return null;
    }
}
