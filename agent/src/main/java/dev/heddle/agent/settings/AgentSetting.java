package dev.heddle.agent.settings;

/**
 * Every setting of the agent's own, and those that it reads for each extension, of whose name they have a part: what fits
 * it, what it is where nobody has made it, and what for. The table of {@code agent/README.md} is made of these rows, whose
 * texts are Markdown.
 */
public enum AgentSetting {
    EXTENSIONS(
            "extensions",
            "JARs or folders, by commas",
            null,
            "where extensions are; the folder `extensions` beside the agent's JAR if it is not set"),
    EXTENSIONS_RIGHTS(
            "extensions.rights",
            "check or ignore",
            "check",
            "`ignore` loads also what [others may write](#which-files-are-loaded)"),
    EXTENSIONS_ALLOWED(
            "extensions.allowed",
            "a file",
            null,
            "as `sha256sum` writes it: [only JARs with one of its sums](#which-files-are-loaded) are loaded"),
    EXTENSIONS_SIGNERS(
            "extensions.signers",
            "a file",
            null,
            "certificates in PEM, or a keystore: [only JARs that one of them vouches for](#which-files-are-loaded) are "
                    + "loaded"),
    ENABLED("enabled", Fits.FLAG, "true", "`false` leaves the JVM alone"),
    WATCH(
            "watch",
            Fits.FLAG,
            "false",
            "follows the folder of extensions and the configuration file: "
                    + "[below](#changing-extensions-while-the-application-runs)"),
    CONFIG(
            "config",
            "a file",
            null,
            "more settings: properties, or [YAML](#settings-in-yaml) if its name ends in `.yaml` or `.yml`"),
    REQUIRED("required", "names, by commas", "", "extensions without which [nothing is made](#start-and-end)"),
    BUDGET_WORKFLOW(
            "budget.workflow",
            Fits.DURATION + ", or off",
            "500ms",
            "how long an interceptor may [hold the thread of a workflow](#interceptors-that-hold-a-workflow) before a "
                    + "line names it"),
    BUDGET_SKIP("budget.skip", Fits.FLAG, "false", "skips such an extension from the next call on"),
    COUNTERS("counters", Fits.FLAG, "true", "whether calls are counted for [`status`](#status): up to 20 ns a call"),
    NATIVE(
            "native",
            "class names, by commas",
            null,
            "[what is used of JARs that know nothing of Heddle](DROP-INS.md#published-jars)"),
    FAILURES("failures", "a number from 1", "10", "accidents until an extension is switched off"),
    FAILURES_RETRY(
            "failures.retry",
            Fits.DURATION,
            "30s",
            "until one call tries it again; twice as long if that fails too, up to an hour. It is switched on once none "
                    + "has failed for that long"),
    CLOSE_DELAY(
            "close.delay",
            Fits.DURATION,
            "10s",
            "how long an extension that is taken out waits for calls that began with it before it closes"),
    REGISTER_TIMEOUT(
            "register.timeout",
            Fits.DURATION,
            "30s",
            "how long an extension may take to register; then it is left out"),
    EXTENSION_ENABLED("extension.<name>.enabled", Fits.FLAG, "true", "`false` leaves that extension out"),
    EXTENSION_ONLY(
            "extension.<name>.only",
            Fits.PATTERNS,
            null,
            "[the calls that it gets](#which-calls-an-extension-gets); all that it asks for if it is not set"),
    EXTENSION_EXCEPT(
            "extension.<name>.except",
            Fits.PATTERNS,
            null,
            "[those of them that it does not get](#which-calls-an-extension-gets)");

    private static final String NAME = "<name>";

    private final String key;
    private final String fits;
    private final String fallback;
    private final String description;

    AgentSetting(String key, String fits, String fallback, String description) {
        this.key = key;
        this.fits = fits;
        this.fallback = fallback;
        this.description = description;
    }

    /** Its name without the prefix that all have. */
    public String key() {
        return key;
    }

    /** Whether each extension has one of its own. */
    public boolean isOfExtensions() {
        return key.contains(NAME);
    }

    /** The key of an extension's own. */
    public String key(String extension) {
        return key.replace(NAME, extension);
    }

    /** Its name among an extension's settings. */
    public String keyInExtension() {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** What a value of it must be, in words. */
    public String fits() {
        return fits;
    }

    /** What it is where nobody has made it; {@code null} for nothing. */
    public String fallback() {
        return fallback;
    }

    /** What it is for. */
    public String description() {
        return description;
    }

    /** Its name, as operators know it. */
    @Override
    public String toString() {
        return AgentSettings.PREFIX + key;
    }

    /** Words for more than one of them; constants, so that no class is loaded for them. */
    private static final class Fits {
        static final String FLAG = "true or false";
        static final String DURATION = DurationText.EXPECTED;
        static final String PATTERNS = "names and patterns, by commas";
    }
}
