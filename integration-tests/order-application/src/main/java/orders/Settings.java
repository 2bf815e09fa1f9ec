package orders;

import java.util.Locale;

/** Settings by system property ({@code temporal.address}) or environment variable ({@code TEMPORAL_ADDRESS}). */
final class Settings {

    private Settings() {}

    static String value(String name, String otherwise) {
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_');
        return System.getProperty(name, System.getenv().getOrDefault(variable, otherwise));
    }
}
