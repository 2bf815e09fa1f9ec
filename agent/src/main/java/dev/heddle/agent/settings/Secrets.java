package dev.heddle.agent.settings;

import java.util.Locale;

/** Which settings nobody is to read, by their names. */
public final class Secrets {
    /** What stands for the value of a secret. */
    public static final String MASK = "***";

    private static final String[] WORDS = {"token", "key", "password", "passphrase", "secret", "credential"};

    private Secrets() {}

    /** Whether the last part of a setting's name says that it is one. */
    public static boolean named(String setting) {
        String last = setting.substring(setting.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (String word : WORDS) {
            if (last.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
