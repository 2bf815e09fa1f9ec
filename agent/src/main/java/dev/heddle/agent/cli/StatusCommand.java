package dev.heddle.agent.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code status}. */
@Command(name = "status", description = "What Heddle has woven, loaded and counted in a JVM.")
final class StatusCommand extends JvmCommand {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final String TO_TOP = "\u001b[H\u001b[2J";

    @Option(names = "--json", description = "one line of JSON")
    private boolean json;

    @Option(names = "--watch", description = "again every two seconds, until this or the JVM ends")
    private boolean watch;

    @Override
    List<String> words() {
        List<String> words = new ArrayList<>(List.of("status"));
        if (json) {
            words.add("json");
        } else if (Terminal.isThere()) {
            words.add("colours");
        }
        return words;
    }

    @Override
    int ask(Jvm jvm) throws Exception {
        int exitCode = super.ask(jvm);
        while (watch && exitCode == 0) {
            Thread.sleep(PAUSE.toMillis());
            if (Terminal.isThere() && !json) {
                System.out.print(TO_TOP);
            }
            exitCode = super.ask(jvm);
        }
        return exitCode;
    }
}
