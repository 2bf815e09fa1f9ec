package dev.heddle.agent.settings;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * All settings of this JVM. A key is looked up in the agent's argument, the system properties, the environment and the
 * file that {@code heddle.config} names; the first that has it wins. Keys here lack the {@code heddle.} prefix.
 * Runs in every JVM at start, so it stays with plain old code. Thread-safe.
 */
public final class AgentSettings {
    public static final String PREFIX = "heddle.";

    private final Map<String, String> live = new HashMap<>();
    private final Map<String, String> argument;
    private volatile Properties file = new Properties();
    private final Set<String> known = new HashSet<>();
    private final Set<String> problems = new LinkedHashSet<>();
    private final Set<String> said = new HashSet<>();
    private final Set<String> secrets = new HashSet<>();

    private AgentSettings(Map<String, String> argument) {
        this.argument = argument;
        for (AgentSetting own : AgentSetting.values()) {
            if (!own.isOfExtensions()) {
                known.add(own.key());
            }
        }
        String config = get(AgentSetting.CONFIG);
        if (config != null) {
            read(config);
        }
    }

    /**
     * Reads the file anew that {@code heddle.config} names; if it cannot be read, what it had stays.
     *
     * @return the keys whose values are others now, without prefix
     */
    public synchronized Set<String> readAgain() {
        Properties before = file;
        Set<String> changed = new HashSet<>();
        String config = get(AgentSetting.CONFIG);
        if (config != null && read(config)) {
            Set<String> names = new HashSet<>(before.stringPropertyNames());
            names.addAll(file.stringPropertyNames());
            for (String name : names) {
                if (!Objects.equals(before.getProperty(name), file.getProperty(name))) {
                    changed.add(bare(name));
                }
            }
        }
        return changed;
    }

    private boolean read(String config) {
        File named = new File(config);
        if (named.exists() && !named.isFile()) {
            // A pipe or a device might never end.
            problem("heddle.config names " + config
                    + ", whose settings are not used because it is no regular file; name "
                    + "a properties or YAML file that this process can read");
            return false;
        }
        try (FileInputStream in = new FileInputStream(config)) {
            Properties next = new Properties();
            if (config.endsWith(".yaml") || config.endsWith(".yml")) {
                next = YamlFile.read(in);
            } else {
                next.load(in);
            }
            file = next;
            return true;
        } catch (IOException | IllegalArgumentException unreadable) {
            problem("heddle.config names " + config + ", whose settings are not used (" + unreadable.getMessage()
                    + "); name a properties or YAML file that this process can read");
            return false;
        }
    }

    /**
     * Reads what follows {@code -javaagent:heddle-agent.jar=}: {@code key=value} pairs separated by commas. A piece
     * without an equals sign continues the value before it, since values are lists.
     */
    public static AgentSettings of(String argument) {
        Map<String, String> pairs = new HashMap<>();
        List<String> twice = new ArrayList<>();
        String last = null;
        for (String piece : argument == null || argument.isEmpty() ? new String[0] : argument.split(",")) {
            int equals = piece.indexOf('=');
            if (equals > 0) {
                last = bare(piece.substring(0, equals).trim());
                if (pairs.put(last, piece.substring(equals + 1).trim()) != null) {
                    twice.add(last);
                }
            } else if (last != null) {
                pairs.put(last, pairs.get(last) + ',' + piece.trim());
            } else {
                pairs.put(piece.trim(), "");
            }
        }
        AgentSettings settings = new AgentSettings(pairs);
        for (String key : twice) {
            settings.problem(
                    "the agent's argument has " + key + " twice, of which the last is used; remove the other, or "
                            + "name several values once, separated by commas");
        }
        return settings;
    }

    /** Settings that stand before those of the JVM, as the agent's argument does. */
    public static AgentSettings with(Map<String, String> pairs) {
        return new AgentSettings(new HashMap<>(pairs));
    }

    /** Whether the agent is to do anything at all. */
    public boolean enabled() {
        return flag(AgentSetting.ENABLED);
    }

    /** Whether an extension is to be loaded, as its setting {@code enabled} says. */
    public boolean enabled(String extension) {
        AgentSetting setting = AgentSetting.EXTENSION_ENABLED;
        String key = setting.key(extension);
        return flag(PREFIX + key, find(key), Boolean.parseBoolean(setting.fallback()));
    }

    /** The value of a setting, or what it is where nobody has made it, which may be {@code null}. */
    public String get(AgentSetting setting) {
        String value = find(setting.key());
        return value == null ? setting.fallback() : value;
    }

    /** What somebody has made a key; {@code null} if nobody has. From now on it is known. */
    synchronized String find(String key) {
        known.add(key);
        String value = live.get(key);
        if (value == null) {
            value = argument.get(key);
        }
        if (value == null) {
            value = System.getProperty(PREFIX + key);
        }
        if (value == null) {
            value = System.getenv(variable(key));
        }
        if (value == null) {
            value = file.getProperty(PREFIX + key, file.getProperty(key));
        }
        return value == null ? null : value.trim();
    }

    /**
     * Makes a setting while the application runs: it stands before all others.
     *
     * @param value {@code null} for what was before there was one
     * @return what was made so before, or {@code null}
     */
    public synchronized String live(String key, String value) {
        return value == null ? live.remove(key) : live.put(key, value);
    }

    /** Words separated by commas, stripped of surrounding blanks; none by default. */
    public List<String> list(AgentSetting setting) {
        List<String> words = new ArrayList<>();
        String value = get(setting);
        for (String word : value == null ? new String[0] : value.split(",")) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }

    /** {@code true} or {@code false}; anything else is what it is where nobody has made it. */
    public boolean flag(AgentSetting setting) {
        return flag(setting.toString(), get(setting), Boolean.parseBoolean(setting.fallback()));
    }

    private boolean flag(String name, String value, boolean fallback) {
        if (value == null || value.equalsIgnoreCase(String.valueOf(fallback))) {
            return fallback;
        }
        if (value.equalsIgnoreCase(String.valueOf(!fallback))) {
            return !fallback;
        }
        unfit(name, value, "true or false", String.valueOf(fallback));
        return fallback;
    }

    /** A whole number of at least 1; anything else is what it is where nobody has made it. */
    public int number(AgentSetting setting) {
        String value = get(setting);
        try {
            if (Integer.parseInt(value) > 0) {
                return Integer.parseInt(value);
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as of a number that is too small.
        }
        unfit(setting.toString(), value, setting.fits(), setting.fallback());
        return Integer.parseInt(setting.fallback());
    }

    /** A length of time of at least a millisecond; anything else is what it is where nobody has made it. */
    public Duration duration(AgentSetting setting) {
        String value = get(setting);
        Duration duration = DurationText.parse(value);
        if (duration == null || duration.toMillis() < 1) {
            unfit(setting.toString(), value, setting.fits(), setting.fallback());
            return DurationText.parse(setting.fallback());
        }
        return duration;
    }

    private void unfit(String name, String value, String expected, String used) {
        problem(name + " is '" + value + "' and should be " + expected + "; " + used + " is used");
    }

    private synchronized void problem(String line) {
        problems.add(line);
    }

    /** What is wrong with the settings that were asked for so far, in lines for the operator. */
    synchronized List<String> problems() {
        return new ArrayList<>(problems);
    }

    /** The keys that were asked for so far, and those that will be. */
    synchronized Set<String> known() {
        return new HashSet<>(known);
    }

    /** The settings that somebody made. */
    List<ConfiguredSetting> made() {
        return ConfiguredSetting.all(argument, file, get(AgentSetting.CONFIG));
    }

    /** Whether somebody has made a setting whose key begins so and is none of these, known or not. */
    boolean hasAny(String prefix, String... except) {
        for (ConfiguredSetting made : made()) {
            if (made.name().startsWith(made.spelled(prefix)) && !made.isOneOf(except)) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody has set a key while the application runs. */
    synchronized boolean isLive(String key) {
        return live.containsKey(key);
    }

    /** Has nobody read the value of a key, whatever its name is. */
    synchronized void declareSecret(String key) {
        secrets.add(key);
    }

    /** Whether the value of a key is for nobody to read. */
    synchronized boolean isSecret(String key) {
        String extension = ExtensionSettings.extension(key);
        return secrets.contains(key)
                || Secrets.named(
                        extension == null
                                ? key
                                : key.substring(
                                        ExtensionSettings.key(extension, "").length()));
    }

    /** A text of somebody else's without the secrets that have been set. */
    public synchronized String masked(String text) {
        Set<String> values = new HashSet<>();
        for (ConfiguredSetting made : made()) {
            if (made.variable() ? Secrets.named(made.name()) : isSecret(bare(made.name()))) {
                values.add(made.value().trim());
            }
        }
        for (String key : live.keySet()) {
            if (isSecret(key)) {
                values.add(live.get(key));
            }
        }
        for (String key : secrets) {
            values.add(Objects.requireNonNullElse(find(key), ""));
        }
        return Secrets.masked(text, values);
    }

    /** Whether this line is to be said, for the first time in this JVM. */
    public synchronized boolean first(String line) {
        return said.add(line);
    }

    /** The environment variable of a key. */
    static String variable(String key) {
        return (PREFIX + key).replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** A name without the prefix that all have. */
    public static String bare(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    /** The agent's own folder of extensions, beside its JAR. */
    public static File folderBeside(String agentJar) {
        return new File(new File(agentJar).getAbsoluteFile().getParentFile(), "extensions");
    }
}
