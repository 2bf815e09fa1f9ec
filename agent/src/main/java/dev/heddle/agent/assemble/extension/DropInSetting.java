package dev.heddle.agent.assemble.extension;

import dev.heddle.agent.settings.ExtensionSettings;

/**
 * Every setting that a drop-in has besides those of all extensions: what fits it, what it is where nobody has made it, and
 * what for. The table of {@code agent/DROP-INS.md} is made of these rows, whose texts are Markdown.
 */
enum DropInSetting {
    LIBRARIES("libraries", "JARs or folders, by commas", null, "with [what the JAR needs besides](#published-jars)"),
    ORDER(
            "order",
            "a whole number",
            "0",
            "among drop-ins: lower runs further out; equal ones by the names of their files"),
    PLACE(
            "place",
            "outer or inner",
            "outer",
            "outside all that the application has registered itself, and inside the interceptors of Heddle's extensions; "
                    + "`inner` is inside both, next to the library"),
    GUARD(
            "guard",
            "true or false",
            "false",
            "`true`: where it has an accident the call is refused, and all are if it cannot be made");

    private final String key;
    private final String fits;
    private final String fallback;
    private final String description;

    DropInSetting(String key, String fits, String fallback, String description) {
        this.key = key;
        this.fits = fits;
        this.fallback = fallback;
        this.description = description;
    }

    /** Its name among an extension's settings. */
    String key() {
        return key;
    }

    /** What a value of it must be, in words. */
    String fits() {
        return fits;
    }

    /** What it is where nobody has made it; {@code null} for nothing. */
    String fallback() {
        return fallback;
    }

    /** What it is for. */
    String description() {
        return description;
    }

    /** Its value of a drop-in. */
    String text(ExtensionSettings settings) {
        return settings.get(key, fallback);
    }

    /** Its value, a whole number; anything else is refused. */
    int number(ExtensionSettings settings) {
        return settings.get(key, Integer.parseInt(fallback));
    }

    /** Its value, {@code true} or {@code false}; anything else is refused. */
    boolean flag(ExtensionSettings settings) {
        return settings.get(key, Boolean.parseBoolean(fallback));
    }
}
