package dev.heddle.agent.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.agent.call.Trials.Advice;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One call tries an extension that is switched off, and then nobody for longer and longer. */
class TrialsTest {
    private long now = Long.MAX_VALUE - 10;
    private final Trials trials = new Trials(Duration.ofNanos(100), () -> now);

    private Advice after(long nanos) {
        now += nanos;
        return trials.ask();
    }

    @Test
    void oneCallTriesAndTheNextPassesIfNothingFails() {
        assertThat(after(99)).isEqualTo(Advice.SKIP);
        assertThat(after(1)).isEqualTo(Advice.TRY);
        assertThat(after(0)).isEqualTo(Advice.SKIP);
        assertThat(after(99)).isEqualTo(Advice.SKIP);
        assertThat(after(1)).isEqualTo(Advice.PASS);
    }

    @Test
    void itIsLeftAloneForTwiceAsLongEachTime() {
        assertThat(trials.failed()).as("one that was under way").isNull();
        assertThat(after(100)).isEqualTo(Advice.TRY);
        assertThat(trials.failed()).isEqualTo(Duration.ofNanos(200));
        assertThat(after(199)).isEqualTo(Advice.SKIP);
        assertThat(after(1)).isEqualTo(Advice.TRY);
        assertThat(trials.failed()).isEqualTo(Duration.ofNanos(400));
        assertThat(trials.failed()).isNull();
        assertThat(after(400)).isEqualTo(Advice.TRY);
        assertThat(after(100)).isEqualTo(Advice.PASS);
    }

    @Test
    void neverForLongerThanAnHour() {
        Trials slow = new Trials(Duration.ofMinutes(50), () -> now);
        now += Duration.ofMinutes(50).toNanos();
        assertThat(slow.ask()).isEqualTo(Advice.TRY);
        assertThat(slow.failed()).isEqualTo(Duration.ofHours(1));
    }
}
