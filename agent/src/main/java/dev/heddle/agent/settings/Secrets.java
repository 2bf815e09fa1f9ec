package dev.heddle.agent.settings;

import java.util.Locale;
import java.util.Set;

/** Which settings nobody is to read, by their names. */
public final class Secrets {
    /** What stands for the value of a secret. */
    public static final String MASK = "***";

    private static final String[] WORDS = {"token", "key", "password", "passphrase", "passwd", "secret", "credential"};

    private Secrets() {}

    /** Whether a setting's name says that it is one, in any part of it: {@code tokens.alice} is as secret as a token. */
    public static boolean named(String setting) {
        String name = setting.toLowerCase(Locale.ROOT);
        for (String word : WORDS) {
            if (name.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** A text without these values, except for those that every text has. */
    static String masked(String text, Set<String> values) {
        String masked = text;
        for (String value : values) {
            boolean common = value.length() < 4 || value.equals("true") || value.equals("false");
            masked = common ? masked : masked.replace(value, MASK);
        }
        return masked;
    }

    /** The value of a setting that is not secret, without the user and password that an address in it may have. */
    static String shown(String value) {
        return value.replaceAll("://[^/@\\s]*@", "://" + MASK + "@");
    }
}
