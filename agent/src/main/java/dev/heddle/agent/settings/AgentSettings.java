package dev.heddle.agent.settings;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

    /** The agent's own: known before they are asked for, which some never are where there is no extension. */
    static final Set<String> OWN = Set.of(
            "budget.skip",
            "budget.workflow",
            "close.delay",
            "config",
            "counters",
            "enabled",
            "extensions",
            "extensions.allowed",
            "extensions.rights",
            "extensions.signers",
            "failures",
            "failures.retry",
            "native",
            "register.timeout",
            "required",
            "watch");

    private final Map<String, String> live = new HashMap<>();
    private final Map<String, String> argument;
    private volatile Properties file = new Properties();
    private final Set<String> known = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private final Set<String> secrets = new HashSet<>();

    private AgentSettings(Map<String, String> argument) {
        this.argument = argument;
        known.addAll(OWN);
        String config = get("config", null);
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
        if (get("config", null) != null && read(get("config", null))) {
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
        return flag("enabled");
    }

    /** The value of a key, or the fallback; refuses a key that is neither the agent's own nor an extension's. */
    public synchronized String get(String key, String fallback) {
        if (!OWN.contains(key) && !key.startsWith("extension.")) {
            throw new IllegalArgumentException(key + " is none of the agent's settings");
        }
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
        return value == null ? fallback : value.trim();
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
    public List<String> list(String key) {
        List<String> words = new ArrayList<>();
        for (String word : get(key, "").split(",")) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return words;
    }

    /** {@code true}, unless it is {@code false}. */
    public boolean flag(String key) {
        String value = get(key, "true");
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            problem(PREFIX + key + " is '" + value + "' and should be true or false; true is used");
        }
        return !value.equalsIgnoreCase("false");
    }

    /** A whole number of at least 1; anything else is the fallback. */
    public int number(String key, int fallback) {
        String value = get(key, String.valueOf(fallback));
        try {
            if (Integer.parseInt(value) > 0) {
                return Integer.parseInt(value);
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as of a number that is too small.
        }
        problem(PREFIX + key + " is '" + value + "' and should be a number from 1; " + fallback + " is used");
        return fallback;
    }

    /** A length of time of at least a millisecond; anything else is the fallback. */
    public Duration duration(String key, Duration fallback) {
        String value = get(key, null);
        Duration duration = value == null ? fallback : DurationText.parse(value);
        if (duration == null || duration.toMillis() < 1) {
            problem(PREFIX + key + " is '" + value + "' and should be " + DurationText.EXPECTED + "; "
                    + fallback.toSeconds() + "s is used");
            return fallback;
        }
        return duration;
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
        return ConfiguredSetting.all(argument, file, get("config", ""));
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
            values.add(get(key, ""));
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
