package dev.heddle.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an application has printed, and everybody in its JVM. */
record Output(String text) {
    private static final Pattern COMPLAINT =
            Pattern.compile("\\b(WARN|WARNING|ERROR|SEVERE|FATAL)\\b|Exception|Error:|^\\s+at ");

    /** What the SDK tells of its server from a thread of its own, if the application has not ended before. */
    private static final Pattern NOW_AND_THEN =
            Pattern.compile("WARN .*io\\.temporal\\.internal\\.worker\\.HeartbeatManager\\b.* Server does not support");

    private static final Pattern COLOUR = Pattern.compile("\\x1b\\[[0-9;]*m");

    /** What a server writes before each line that somebody prints. */
    private static final Pattern OF_SERVER = Pattern.compile("(?m)^[0-9:,]+ +[A-Z]+ +\\[std(out|err)] \\(.*?\\) ");

    /** What a JVM has printed, in its plain form. */
    static Output of(String printed) {
        return new Output(
                OF_SERVER.matcher(COLOUR.matcher(printed).replaceAll("")).replaceAll(""));
    }

    /** The application's own lines. */
    List<String> ofApplication() {
        return text.lines().filter(line -> line.startsWith("application: ")).toList();
    }

    /** Expects what the application prints and what anybody warns of to be as in another run. */
    void assertLike(Output other) {
        assertThat(ofApplication()).as(text).isNotEmpty().isEqualTo(other.ofApplication());
        assertThat(complaints()).as(text).isSubsetOf(other.complaints());
    }

    /** The messages that were held. */
    List<String> held() {
        return text.lines()
                .filter(line -> line.startsWith(Holding.HELD))
                .map(line -> line.substring(Holding.HELD.length()))
                .toList();
    }

    /** The calls that were intercepted, each as often as it was; those of a worker, which may replay, once. */
    List<String> calls() {
        List<String> all = text.lines()
                .filter(line -> line.startsWith(Recording.PREFIX))
                .map(line -> line.substring(Recording.PREFIX.length()))
                .toList();
        return Stream.concat(
                        all.stream().filter(Output::mayRepeat).distinct(),
                        all.stream().filter(call -> !mayRepeat(call)))
                .toList();
    }

    private static boolean mayRepeat(String call) {
        return call.startsWith("workflow ") || call.startsWith("activity ");
    }

    /** What anybody warns of, without what differs from run to run. */
    Set<String> complaints() {
        return text.lines()
                .filter(line -> COMPLAINT.matcher(line).find()
                        && !NOW_AND_THEN.matcher(line).find())
                .map(line -> line.replaceAll("[0-9]+", "0"))
                .collect(Collectors.toSet());
    }
}
