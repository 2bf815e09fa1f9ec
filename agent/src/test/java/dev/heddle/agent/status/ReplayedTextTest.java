package dev.heddle.agent.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What people read of a replay, and what build servers do. */
class ReplayedTextTest {
    private static final int KIB = 1024;

    private static Replayed.History history(
            String place, int events, long bytes, int largest, boolean open, String detail) {
        return new Replayed.History(
                place,
                null,
                "Order",
                events,
                bytes,
                largest,
                open,
                List.of(new Replayed.Version("points", open ? 2 : 1)),
                5,
                detail == null ? null : "NOT_DETERMINISTIC",
                detail == null ? null : "the code does not do what the history says",
                detail);
    }

    private static Replayed replayed(Replayed.History... histories) {
        return new Replayed("1", "17", "java -jar orders.jar", "histories", 1200, List.of(histories), List.of());
    }

    private static List<String> lines(Replayed.History... histories) {
        return ReplayedText.of(replayed(histories), false).lines().skip(4).toList();
    }

    @Test
    void thoseThatFailAlikeButForNumbersStandTogether() {
        assertThat(lines(
                        history("a", 5, 1, 1, false, "Event 5 is none"),
                        history("b", 7, 1, 1, false, "Event 7 is none"),
                        history("c", 7, 1, 1, false, "Event 8 is none"),
                        history("d", 7, 1, 1, false, "Event 8 is none"),
                        history("e", 7, 1, 1, true, "another"),
                        history("f", 7, 1, 1, false, null)))
                .containsExactly(
                        "  WORKFLOW TYPE  HISTORIES  FAILED  EVENTS",
                        "  Order                  6       5      40",
                        "",
                        "  CHANGE        VERSION  HISTORIES  OPEN",
                        "  Order points        1          5     0",
                        "  Order points        2          1     1",
                        "",
                        "  4 Order: the code does not do what the history says",
                        "    Event 5 is none",
                        "    - a",
                        "    - b",
                        "    - c",
                        "    - and 1 more",
                        "",
                        "  1 Order: the code does not do what the history says",
                        "    another",
                        "    - e",
                        "",
                        "5 of 6 could not be replayed, in 1.2 s.");
    }

    @Test
    void whatIsNearALimitIsSaid() {
        assertThat(lines(
                        history("long", 20_000, 1, 1, false, null),
                        history("longer", 30_000, 1, 1, false, null),
                        history("large", 1, 20L * KIB * KIB, 600 * KIB, false, null)))
                .containsSubsequence(
                        "  2 with more than 10240 events, of 51200 at most; the largest is longer with 30000",
                        "  1 with more than 10240 KiB, of 51200 at most; the largest is large with 20480",
                        "  1 with more than 512 KiB in one event, of 2048 at most; the largest is large with 600",
                        "All were replayed, in 1.2 s.");
    }

    @Test
    void xmlIsXmlWhateverIsSaid() {
        assertThat(JUnitXml.of(replayed(history("a<b", 5, 1, 1, false, "\"x\" & \u0007"))))
                .contains(
                        "<testsuite name=\"replay\" tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\" time=\"1.200\">",
                        "<testcase classname=\"Order\" name=\"a&lt;b\" time=\"0.005\">",
                        "&quot;x&quot; &amp; ?</failure>");
    }
}
