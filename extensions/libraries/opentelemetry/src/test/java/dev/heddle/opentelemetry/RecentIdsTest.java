package dev.heddle.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which spans are known to have been told. */
class RecentIdsTest {
    private final RecentIds recent = new RecentIds();

    private static List<String> ids(long seed, int count) {
        return new Random(seed)
                .longs(count)
                .mapToObj(SpanId::fromLong)
                .distinct()
                .toList();
    }

    @Test
    void eachIsNewOnce() {
        List<String> ids = ids(1, 8_000);
        assertThat(ids).allMatch(recent::add);
        assertThat(ids).noneMatch(recent::add);
    }

    @Test
    void theLastEightThousandAreKnownAfterAnyNumberOfOthers() {
        List<String> ids = ids(2, 100_000);
        assertThat(ids).allMatch(recent::add);
        assertThat(ids.subList(ids.size() - 8_000, ids.size())).noneMatch(recent::add);
        assertThat(ids.subList(0, 1_000)).as("long forgotten").allMatch(recent::add);
    }

    @Test
    void thoseThatEndAlikeAreApart() {
        List<String> ids = Stream.of("0000000000000001", "1000000000000001", "ffffffffffffffff", "0fffffffffffffff")
                .toList();
        assertThat(ids).allMatch(recent::add);
        assertThat(ids).noneMatch(recent::add);
    }
}
