package dev.heddle.agent.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeSampleTest {
    private final TimeSample sample = new TimeSample();

    @Test
    void ofNoneThereIsNothing() {
        assertThat(sample.samples()).isZero();
        assertThat(sample.max()).isZero();
        assertThat(sample.quantile(0.5)).isZero();
    }

    @Test
    void whatIsSaidIsAtMostAQuarterOff() {
        for (long exact : new long[] {1, 3, 70, 999, 1_500, 64_000, 1_000_000, 35_000_000, 9_000_000_000L}) {
            TimeSample one = new TimeSample();
            one.add(exact);
            one.add(exact * 10);
            assertThat((double) one.quantile(0.5)).isCloseTo(exact, within(Math.max(1, exact * 0.25)));
        }
    }

    @Test
    void theSlowFewAreNotTheMedian() {
        for (int i = 0; i < 98; i++) {
            sample.add(1_000);
        }
        sample.add(1_000_000);
        sample.add(5_000_000);
        assertThat(sample.quantile(0.5)).isLessThan(1_500);
        assertThat(sample.quantile(0.99)).isGreaterThan(700_000).isLessThan(1_300_000);
        assertThat(sample.max()).isEqualTo(5_000_000);
    }

    @Test
    void aClockThatGoesBackIsNoLengthOfTime() {
        sample.add(-5);
        sample.add(0);
        assertThat(sample.max()).isOne();
        sample.add(Long.MAX_VALUE);
        assertThat(sample.quantile(1)).isPositive();
    }

    @Test
    void severalAreAddedUp() {
        TimeSample other = new TimeSample();
        other.add(100);
        sample.addAll(other);
        sample.addAll(new TimeSample());
        sample.add(200);
        assertThat(sample.samples()).isEqualTo(2);
        assertThat(sample.max()).isEqualTo(200);
    }
}
