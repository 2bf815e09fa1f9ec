package dev.heddle.agent.settings;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Reads a file of settings in YAML: the same keys, of which each part may be a level, and lists for values that are
 * separated by commas. All values are texts as they stand there; nothing is made of them. Loaded only where
 * {@code heddle.config} names such a file.
 */
final class YamlFile {
    /** A level may hold itself. */
    private static final int LONGEST_KEY = 1_000;

    private static final String NOTHING = "";

    private final Properties settings = new Properties();

    private YamlFile() {}

    /** The schema of YAML that makes nothing of a text; what is not there is an empty one. */
    private static final class Texts extends FailsafeSchema {
        @Override
        public Map<Tag, ConstructNode> getSchemaTagConstructors() {
            return Map.of(Tag.NULL, nothing -> NOTHING);
        }
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is not YAML, or no settings; in one line
     */
    static Properties read(InputStream file) {
        YamlFile read = new YamlFile();
        LoadSettings rules = LoadSettings.builder().setSchema(new Texts()).build();
        try {
            Object root = new Load(rules).loadFromInputStream(file);
            if (root instanceof Map) {
                read.add("", root);
            } else if (!NOTHING.equals(root)) {
                throw new IllegalArgumentException("it has no keys");
            }
        } catch (YamlEngineException wrong) {
            throw new IllegalArgumentException(wrong.getMessage().replaceAll("\\s*\\R\\s*", " "), wrong);
        }
        return read.settings;
    }

    private void add(String key, Object value) {
        if (key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("its levels have no end");
        }
        if (value instanceof Map<?, ?> level) {
            level.forEach(
                    (name, further) -> add(key.isEmpty() ? text(key, name) : key + '.' + text(key, name), further));
        } else if (value instanceof List<?> elements) {
            List<String> texts = new ArrayList<>();
            elements.forEach(element -> texts.add(text(key, element)));
            put(key, String.join(",", texts));
        } else {
            put(key, text(key, value));
        }
    }

    private static String text(String key, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a list in " + key + " holds more than texts");
    }

    private void put(String key, String value) {
        if (settings.put(key, value) != null) {
            throw new IllegalArgumentException(key + " is there twice");
        }
    }
}
