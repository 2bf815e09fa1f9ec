package dev.heddle.agent.status;

import java.lang.reflect.RecordComponent;
import java.util.Collection;

/** Writes records, lists of them, texts, numbers and truth values as JSON. */
public final class Json {
    private final StringBuilder text = new StringBuilder();

    private Json() {}

    /** The value on one line. */
    public static String of(Object value) {
        Json json = new Json();
        json.write(value);
        return json.text.toString();
    }

    private void write(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof Record fields) {
            writeFields(fields);
        } else if (value instanceof Collection<?> elements) {
            char before = '[';
            for (Object element : elements) {
                text.append(before);
                write(element);
                before = ',';
            }
            text.append(elements.isEmpty() ? "[]" : "]");
        } else {
            quote(value.toString());
        }
    }

    private void writeFields(Record fields) {
        char before = '{';
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            text.append(before);
            quote(component.getName());
            text.append(':');
            write(Components.value(component, fields));
            before = ',';
        }
        text.append('}');
    }

    private void quote(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char each = string.charAt(i);
            switch (each) {
                case '"', '\\' -> text.append('\\').append(each);
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> {
                    if (each < ' ' || Character.isSurrogate(each)) {
                        text.append(String.format("\\u%04x", (int) each));
                    } else {
                        text.append(each);
                    }
                }
            }
        }
        text.append('"');
    }
}
