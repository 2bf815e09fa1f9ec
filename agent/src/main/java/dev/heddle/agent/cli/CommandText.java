package dev.heddle.agent.cli;

import dev.heddle.agent.settings.Secrets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command as it would be typed, but for what is secret by its name, as {@code -Dtoken=}, {@code --token} and a setting in
 * an agent's argument are: a build may keep for years what it prints.
 */
final class CommandText {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./*-]+");
    private static final String AGENT = "-javaagent:";

    private CommandText() {}

    static String of(List<String> words) {
        StringBuilder typed = new StringBuilder();
        boolean secret = false;
        for (String word : words) {
            String shown = secret && !word.startsWith("-") ? Secrets.MASK : masked(word);
            secret = word.startsWith("-") && word.indexOf('=') < 0 && Secrets.named(word);
            typed.append(typed.isEmpty() ? "" : " ")
                    .append(PLAIN.matcher(shown).matches() ? shown : '\'' + shown.replace("'", "'\\''") + '\'');
        }
        return typed.toString();
    }

    private static String masked(String word) {
        if (!word.startsWith(AGENT)) {
            return maskedValue(word);
        }
        StringBuilder masked = new StringBuilder();
        boolean secret = false;
        for (String piece : word.split(",", -1)) {
            String shown = maskedValue(piece);
            // A piece without a name of its own belongs to the value before it.
            boolean continued = secret && piece.indexOf('=') < 0;
            secret = continued || !shown.equals(piece);
            masked.append(masked.isEmpty() ? "" : ",").append(continued ? Secrets.MASK : shown);
        }
        return masked.toString();
    }

    /** Without what follows the first equals sign before which something secret is named. */
    private static String maskedValue(String text) {
        for (int equals = text.indexOf('='); equals >= 0; equals = text.indexOf('=', equals + 1)) {
            if (Secrets.named(text.substring(0, equals))) {
                return text.substring(0, equals + 1) + Secrets.MASK;
            }
        }
        return text;
    }
}
