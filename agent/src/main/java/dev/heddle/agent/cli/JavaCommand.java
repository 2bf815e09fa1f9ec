package dev.heddle.agent.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The command that starts an application: {@code java}, its options, and what it runs.
 *
 * @param words as the operating system has them
 */
record JavaCommand(List<String> words) {
    private static final Pattern FEATURE = Pattern.compile("java\\.specification\\.version = (\\d+)");

    /** The feature version of the JDK that it runs on, which that says itself. */
    int feature() throws IOException {
        Process java = new ProcessBuilder(words.get(0), "-XshowSettings:properties", "-version")
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher feature = FEATURE.matcher(said);
        if (!feature.find()) {
            throw new IOException(words.get(0) + " is no java; after -- there is to be the command that starts it");
        }
        return Integer.parseInt(feature.group(1));
    }

    /** Heddle's own options in it; if there is none, that of an agent's JAR. */
    List<String> agentOptions(Path agent) {
        List<String> own = words.stream().filter(JavaCommand::isOfHeddle).toList();
        return own.isEmpty() ? List.of("-javaagent:" + agent) : own;
    }

    /** The same with these options in the place of Heddle's. */
    JavaCommand with(List<String> options) {
        List<String> other = new ArrayList<>(words);
        other.removeIf(JavaCommand::isOfHeddle);
        other.addAll(1, options);
        return new JavaCommand(other);
    }

    private static boolean isOfHeddle(String word) {
        return word.startsWith("-javaagent:") && word.contains("heddle-agent.jar");
    }

    /** To be typed, but for what is secret. */
    @Override
    public String toString() {
        return CommandText.of(words);
    }
}
