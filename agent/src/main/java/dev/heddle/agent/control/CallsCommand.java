package dev.heddle.agent.control;

import dev.heddle.agent.call.ExtensionHealth;
import dev.heddle.agent.call.Link;
import dev.heddle.agent.remote.Answer;
import dev.heddle.agent.remote.Command;
import dev.heddle.agent.remote.GoneException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Answers {@code calls}: shows the calls as they pass, until whoever asks has gone. A second word is a pattern for the
 * lines, with {@code *} for anything.
 */
record CallsCommand(Installations installations) implements Command {
    private static final long PAUSE_MILLIS = 100;
    private static final int PAUSES_UNTIL_PROBE = 5;

    @Override
    public int run(List<String> words, Answer answer) throws GoneException, InterruptedException {
        CallWatch watch = new CallWatch(pattern(words.size() > 1 ? words.get(1) : "*"));
        Link link = new Link(new ExtensionHealth("calls", false, 1), watch);
        List<Installation> all = installations.all();
        boolean any = false;
        for (Installation installation : all) {
            any |= !installation.extensions().isEmpty();
        }
        if (!any) {
            answer.complain("no extension is in force, so that no call passes Heddle");
            return 1;
        }
        for (Installation installation : all) {
            installation.watch(link);
        }
        try {
            follow(watch, answer);
        } finally {
            for (Installation installation : all) {
                installation.unwatch(link);
            }
        }
        return 0;
    }

    private static Pattern pattern(String words) {
        StringBuilder pattern = new StringBuilder();
        for (String part : words.split("\\*", -1)) {
            pattern.append(Pattern.quote(part)).append(".*");
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }

    private static void follow(CallWatch watch, Answer answer) throws GoneException, InterruptedException {
        answer.complain("watching");
        for (int pause = 1; ; pause++) {
            StringBuilder text = new StringBuilder();
            for (String line = watch.next(); line != null; line = watch.next()) {
                text.append(line).append('\n');
            }
            int missed = watch.missed();
            if (missed > 0) {
                text.append("... and ").append(missed).append(" that came too fast\n");
            }
            if (!text.isEmpty()) {
                answer.print(text.toString());
            } else if (pause % PAUSES_UNTIL_PROBE == 0) {
                answer.probe();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
