package dev.heddle.agent.assemble;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * All settings of this JVM. A key is looked up in the agent's argument, the system properties, the environment and the
 * file that {@code heddle.config} names; the first that has it wins. Keys here lack the {@code heddle.} prefix.
 * Runs in every JVM at start, so it stays with plain old code. Thread-safe.
 */
public final class AgentSettings {
    private static final String PREFIX = "heddle.";

    private final Map<String, String> argument;
    private final Properties file = new Properties();
    private final Set<String> asked = new TreeSet<>();
    private String fileProblem;

    private AgentSettings(Map<String, String> argument) {
        this.argument = argument;
        String config = get("config", null);
        if (config != null) {
            try (FileInputStream in = new FileInputStream(config)) {
                file.load(in);
            } catch (IOException | IllegalArgumentException unreadable) {
                fileProblem = "heddle.config cannot be read and its settings are not used: " + unreadable;
            }
        }
    }

    /**
     * Reads what follows {@code -javaagent:heddle-agent.jar=}: {@code key=value} pairs separated by commas. A piece
     * without an equals sign continues the value before it, since values are lists.
     */
    public static AgentSettings of(String argument) {
        Map<String, String> pairs = new HashMap<>();
        String last = null;
        for (String piece : argument == null || argument.isEmpty() ? new String[0] : argument.split(",")) {
            int equals = piece.indexOf('=');
            if (equals > 0) {
                last = bare(piece.substring(0, equals).trim());
                pairs.put(last, piece.substring(equals + 1).trim());
            } else if (last != null) {
                pairs.put(last, pairs.get(last) + ',' + piece.trim());
            } else {
                pairs.put(piece.trim(), "");
            }
        }
        return new AgentSettings(pairs);
    }

    /** Settings that stand before those of the JVM, as the agent's argument does. */
    public static AgentSettings with(Map<String, String> pairs) {
        return new AgentSettings(new HashMap<>(pairs));
    }

    /** Whether the agent shall do anything at all. */
    public boolean enabled() {
        return !"false".equalsIgnoreCase(get("enabled", "true"));
    }

    synchronized String get(String key, String fallback) {
        asked.add(key);
        String value = argument.get(key);
        if (value == null) {
            value = System.getProperty(PREFIX + key);
        }
        if (value == null) {
            value = System.getenv(variable(key));
        }
        if (value == null) {
            value = file.getProperty(PREFIX + key, file.getProperty(key));
        }
        return value == null ? fallback : value.trim();
    }

    /** A whole number of at least 1; anything else is the fallback. */
    int number(String key, int fallback) {
        try {
            return Math.max(1, Integer.parseInt(get(key, String.valueOf(fallback))));
        } catch (NumberFormatException notANumber) {
            return fallback;
        }
    }

    /** What is wrong with the settings' file, or {@code null}. */
    String fileProblem() {
        return fileProblem;
    }

    /** The keys that were asked for so far: the known ones. */
    synchronized Set<String> asked() {
        return new TreeSet<>(asked);
    }

    /** The settings that somebody made and nothing asked for, as they are spelled where they stand. */
    synchronized List<String> unknown() {
        Set<String> variables = new TreeSet<>();
        for (String key : asked) {
            variables.add(variable(key));
        }
        List<String> unknown = new ArrayList<>();
        collect(argument.keySet(), "", unknown);
        collect(System.getProperties().stringPropertyNames(), PREFIX, unknown);
        for (String variable : System.getenv().keySet()) {
            if (variable.startsWith(variable("")) && !variables.contains(variable)) {
                unknown.add(variable);
            }
        }
        collect(file.stringPropertyNames(), "", unknown);
        return unknown;
    }

    private void collect(Set<String> names, String prefix, List<String> unknown) {
        for (String name : names) {
            if (name.startsWith(prefix) && !asked.contains(bare(name))) {
                unknown.add(name);
            }
        }
    }

    /** The environment variable of a key. */
    static String variable(String key) {
        return (PREFIX + key).replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    static String bare(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    /** The agent's own folder of extensions, beside its JAR. */
    static File folderBeside(String agentJar) {
        return new File(new File(agentJar).getAbsoluteFile().getParentFile(), "extensions");
    }
}
